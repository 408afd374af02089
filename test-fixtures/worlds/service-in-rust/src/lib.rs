//! A service in Rust that greets over HTTP.

wit_bindgen::generate!({ path: "wit", world: "service", generate_all });

use exports::wasi::http::incoming_handler::Guest;
use wasi::http::types::{Fields, IncomingRequest, Method, OutgoingBody, OutgoingResponse, ResponseOutparam};

const FORM: &str = "<!doctype html>
<title>Greeter</title>
<form action=\"greet\"><label>Whom shall I greet? <input name=\"name\" value=\"Ada\" autofocus></label> <button>Greet</button></form>
";

struct Service;

impl Guest for Service {
    fn handle(request: IncomingRequest, out: ResponseOutparam) {
        let target = request.path_with_query().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        match (request.method(), path) {
            (Method::Get, "/") => answer(out, 200, "text/html", FORM),
            (Method::Get, "/greet") => {
                let name = parameter(query, "name").filter(|name| !name.is_empty());
                let greeting = format!("Hello, {}!\n", name.as_deref().unwrap_or("world"));
                answer(out, 200, "text/plain", &greeting);
            }
            (Method::Get, _) => answer(out, 404, "text/plain", "There is nothing here: try /greet?name=Ada\n"),
            _ => answer(out, 405, "text/plain", "Only GET is answered\n"),
        }
    }
}

fn answer(out: ResponseOutparam, status: u16, kind: &str, text: &str) {
    let headers = Fields::from_list(&[("content-type".to_owned(), format!("{kind}; charset=utf-8").into_bytes())]);
    let response = OutgoingResponse::new(headers.expect("the header is right"));
    response.set_status_code(status).expect("the status is right");
    let body = response.body().expect("a response has one body");
    ResponseOutparam::set(out, Ok(response));
    let stream = body.write().expect("a body has one stream");
    // Whoever asked may be gone.
    for part in text.as_bytes().chunks(4096) {
        if stream.blocking_write_and_flush(part).is_err() {
            break;
        }
    }
    // The stream is the body's child: it goes first.
    drop(stream);
    let _ = OutgoingBody::finish(body, None);
}

/// The value of a query's parameter, such as `Ada%20L.` in `name=Ada%20L.`, decoded.
fn parameter(query: &str, name: &str) -> Option<String> {
    query.split('&').filter_map(|each| each.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| decode(value))
}

fn decode(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let [first, tail @ ..] = rest {
        let digit = |at: usize| tail.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        let (byte, after) = match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => ((high * 16 + low) as u8, &tail[2..]),
            (b'+', ..) => (b' ', tail),
            _ => (*first, tail),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

export!(Service);
