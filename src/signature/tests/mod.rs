//! Tests of the room: laws, attack files, key files, and other programs as referees.

mod attacks_on_authorities;
mod attacks_on_chains;
mod attacks_on_cms;
mod attacks_on_files;
mod attacks_on_places;
mod attacks_on_rsa;
mod attacks_on_stamps;
mod authority;
mod fixtures;
mod foreign;
mod keys;
mod laws;
mod papers;
mod referees;
mod refusals;
