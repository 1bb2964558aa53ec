//! One binary for every test from outside.

mod commands;
