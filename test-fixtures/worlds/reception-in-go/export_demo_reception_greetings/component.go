// A reception desk in Go.
package export_demo_reception_greetings

import (
	"fmt"
	witTypes "go.bytecodealliance.org/pkg/wit/types"
	"runtime"
	"strings"
	. "wit_component/demo_reception_greetings"
	"wit_component/export_wit_world"
)

type GuestBook struct {
	// Both are the bindings'.
	pinner runtime.Pinner
	handle int32

	owner string
	list  []Person
}

func MakeGuestBook(owner string) *GuestBook {
	return &GuestBook{owner: owner, list: []Person{}}
}

func (self *GuestBook) Sign(guest Person) uint32 {
	self.list = append(self.list, guest)
	return uint32(len(self.list))
}

func (self *GuestBook) Guests() []Person {
	return self.list
}

func GuestBookMerge(a *GuestBook, b *GuestBook) *GuestBook {
	list := append(append([]Person{}, a.list...), b.list...)
	return &GuestBook{owner: a.owner, list: list}
}

// OnDrop is called when nobody outside has the resource any more.
func (self *GuestBook) OnDrop() {}

var greetings = map[Tone]string{
	Tone_Friendly: "How nice to see you, %s!",
	Tone_Formal:   "Good day, %s.",
	Tone_Terse:    "Hi %s.",
}

func occasion(why Occasion) string {
	switch why.Tag() {
	case Occasion_Birthday:
		return fmt.Sprintf(" Happy birthday: %d years!", why.Birthday())
	case Occasion_Farewell:
		return fmt.Sprintf(" Have a good trip to %s.", why.Farewell())
	default:
		return ""
	}
}

func gestures(how Manners) string {
	shown := []string{}
	for _, each := range []struct {
		flag Manners
		what string
	}{{Manners_Bow, "bows"}, {Manners_Wave, "waves"}, {Manners_ShakeHands, "shakes hands"}} {
		if how&each.flag != 0 {
			shown = append(shown, each.what)
		}
	}
	if len(shown) == 0 {
		return ""
	}
	return " (" + strings.Join(shown, ", ") + ")"
}

func Welcome(who Person, why Occasion, tone Tone, how Manners) string {
	full := who.Name
	if who.Title.IsSome() {
		full = who.Title.Some() + " " + who.Name
	}
	return fmt.Sprintf(greetings[tone], full) + occasion(why) + gestures(how)
}

func WelcomeAll(guests []Person) witTypes.Result[[]string, string] {
	if len(guests) == 0 {
		return witTypes.Err[[]string, string]("there is nobody to greet")
	}
	lines := []string{}
	for _, guest := range guests {
		lines = append(lines, export_wit_world.Greet(guest.Name))
	}
	return witTypes.Ok[[]string, string](lines)
}
