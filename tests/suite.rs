//! One binary for every test from outside.
#![allow(unused)]
