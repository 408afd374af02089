//! A reception desk in Rust.

wit_bindgen::generate!({ path: "wit", world: "greeter" });

use exports::demo::reception::greetings::{self, GuestBookBorrow, Manners, Occasion, Person, Tone};
use std::cell::RefCell;

struct Reception;

impl Guest for Reception {
    fn greet(name: String) -> String {
        format!("Hello, {name}!")
    }
}

impl greetings::Guest for Reception {
    type GuestBook = GuestBook;

    fn welcome(who: Person, why: Occasion, tone: Tone, how: Manners) -> String {
        let full = who.title.map_or(who.name.clone(), |title| format!("{title} {}", who.name));
        let greeting = match tone {
            Tone::Friendly => format!("How nice to see you, {full}!"),
            Tone::Formal => format!("Good day, {full}."),
            Tone::Terse => format!("Hi {full}."),
        };
        greeting + &occasion(why) + &gestures(how)
    }

    fn welcome_all(guests: Vec<Person>) -> Result<Vec<String>, String> {
        if guests.is_empty() {
            return Err("there is nobody to greet".to_owned());
        }
        Ok(guests.into_iter().map(|guest| Self::greet(guest.name)).collect())
    }
}

fn occasion(why: Occasion) -> String {
    match why {
        Occasion::Arrival => String::new(),
        Occasion::Birthday(age) => format!(" Happy birthday: {age} years!"),
        Occasion::Farewell(place) => format!(" Have a good trip to {place}."),
    }
}

fn gestures(how: Manners) -> String {
    let all = [(Manners::BOW, "bows"), (Manners::WAVE, "waves"), (Manners::SHAKE_HANDS, "shakes hands")];
    let shown: Vec<&str> = all.into_iter().filter(|(flag, _)| how.contains(*flag)).map(|(_, what)| what).collect();
    if shown.is_empty() { String::new() } else { format!(" ({})", shown.join(", ")) }
}

/// Methods get a shared reference: what changes is in a cell.
struct GuestBook {
    owner: String,
    list: RefCell<Vec<Person>>,
}

impl greetings::GuestGuestBook for GuestBook {
    fn new(owner: String) -> Self {
        Self { owner, list: RefCell::new(Vec::new()) }
    }

    fn sign(&self, guest: Person) -> u32 {
        let mut list = self.list.borrow_mut();
        list.push(guest);
        list.len() as u32
    }

    fn guests(&self) -> Vec<Person> {
        self.list.borrow().clone()
    }

    fn merge(a: greetings::GuestBook, b: GuestBookBorrow<'_>) -> greetings::GuestBook {
        let Self { owner, list } = a.into_inner();
        list.borrow_mut().extend(b.get::<Self>().guests());
        greetings::GuestBook::new(Self { owner, list })
    }
}

export!(Reception);
