# A reception desk in Python. The error case of a result is raised as Err.
from __future__ import annotations

import wit_world
from componentize_py_types import Err
from wit_world import exports
from wit_world.exports.greetings import Manners, Occasion, Occasion_Birthday, Occasion_Farewell, Person, Tone

GREETINGS = {
    Tone.FRIENDLY: "How nice to see you, {}!",
    Tone.FORMAL: "Good day, {}.",
    Tone.TERSE: "Hi {}.",
}

MANNERS = {Manners.BOW: "bows", Manners.WAVE: "waves", Manners.SHAKE_HANDS: "shakes hands"}


def occasion(why: Occasion) -> str:
    match why:
        case Occasion_Birthday(age):
            return f" Happy birthday: {age} years!"
        case Occasion_Farewell(place):
            return f" Have a good trip to {place}."
        case _:
            return ""


class Greetings(exports.Greetings):
    def welcome(self, who: Person, why: Occasion, tone: Tone, how: Manners) -> str:
        full = who.name if who.title is None else f"{who.title} {who.name}"
        shown = [what for flag, what in MANNERS.items() if flag in how]
        gestures = f" ({', '.join(shown)})" if shown else ""
        return GREETINGS[tone].format(full) + occasion(why) + gestures

    def welcome_all(self, guests: list[Person]) -> list[str]:
        if not guests:
            raise Err("there is nobody to greet")
        return [WitWorld().greet(guest.name) for guest in guests]


class WitWorld(wit_world.WitWorld):
    def greet(self, name: str) -> str:
        return f"Hello, {name}!"
