//! One binary for every test from outside.
#![allow(unused)]

mod interviews;
mod reasons;
mod stage;
