//! One binary for every test from outside.
#![allow(unused)]

mod reasons;
