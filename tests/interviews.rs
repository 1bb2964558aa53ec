//! throwaway
use crate::stage::{Stage, overview, session};
use verantwoord::model::{About, Answers, Id};

#[test]
fn look() {
    let about = || About::Processing(Id::from("ticketsysteem"));
    for (w, h) in [(80, 24), (120, 35)] {
        let mut s = Stage::set(overview(), w, h);
        println!("{}", s.screen());
        let mut s = Stage::with(session("pre-dpia", about(), Answers::default()), w, h);
        println!("{}", s.screen());
        println!("{}", s.press("j1nnnn").screen());
        println!("{}", s.press("<F4>").screen());
        println!("{}", s.press("<Esc>r<Right>").screen());
        println!("{}", s.press("<Down><Down><Down><Down><Down><Down><Down><Down>j").screen());
        println!("{}", s.press("n").screen());
        println!("{}", s.press("nr<Right>jj").screen());
        println!("{}", s.press("<F2>").screen());
        println!("{}", s.press("<Esc>r<Right>n").screen());
        println!("{}", s.press("<F2>").screen());
        println!("{}", s.press("<Esc><F1>").screen());
    }
}
