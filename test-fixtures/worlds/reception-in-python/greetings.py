# The resources of the interface greetings; componentize-py looks for them in a module of its name.
from __future__ import annotations

from wit_world.exports import greetings


class GuestBook(greetings.GuestBook):
    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.list: list[greetings.Person] = []

    def sign(self, guest: greetings.Person) -> int:
        self.list.append(guest)
        return len(self.list)

    def guests(self) -> list[greetings.Person]:
        return self.list

    @classmethod
    def merge(cls, a: GuestBook, b: GuestBook) -> GuestBook:
        both = GuestBook(a.owner)
        both.list = [*a.list, *b.list]
        return both
