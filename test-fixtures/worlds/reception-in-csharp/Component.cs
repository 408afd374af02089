// A reception desk in C#. The error of a result is thrown as a WitException, whose number says how many results it is inside of.
using GreeterWorld.wit.Exports.demo.reception;
using GreeterWorld.wit.Exports.demo.reception.v0_1_0;

// Some versions of wit-bindgen put a package's version into its namespace, others do not: both are there.
namespace GreeterWorld.wit.Exports.demo.reception { }
namespace GreeterWorld.wit.Exports.demo.reception.v0_1_0 { }

namespace GreeterWorld
{
    public class GreeterWorldExportsImpl : IGreeterWorldExports
    {
        public static string Greet(string name)
        {
            return $"Hello, {name}!";
        }
    }
}

namespace GreeterWorld.wit.Exports.demo.reception
{
    public class GreetingsExportsImpl : IGreetingsExports
    {
        public static string Welcome(IGreetingsExports.Person who, IGreetingsExports.Occasion why, IGreetingsExports.Tone tone, IGreetingsExports.Manners how)
        {
            var full = who.title == null ? who.name : $"{who.title} {who.name}";
            return Greeting(tone, full) + Occasion(why) + Gestures(how);
        }

        public static List<string> WelcomeAll(List<IGreetingsExports.Person> guests)
        {
            if (guests.Count == 0) throw new WitException<string>("there is nobody to greet", 0);
            return guests.ConvertAll(guest => GreeterWorldExportsImpl.Greet(guest.name));
        }

        private static string Greeting(IGreetingsExports.Tone tone, string full)
        {
            switch (tone)
            {
                case IGreetingsExports.Tone.FRIENDLY:
                    return $"How nice to see you, {full}!";
                case IGreetingsExports.Tone.FORMAL:
                    return $"Good day, {full}.";
                default:
                    return $"Hi {full}.";
            }
        }

        private static string Occasion(IGreetingsExports.Occasion why)
        {
            switch (why.Tag)
            {
                case IGreetingsExports.Occasion.Tags.Birthday:
                    return $" Happy birthday: {why.AsBirthday} years!";
                case IGreetingsExports.Occasion.Tags.Farewell:
                    return $" Have a good trip to {why.AsFarewell}.";
                default:
                    return "";
            }
        }

        private static readonly (IGreetingsExports.Manners Flag, string What)[] All =
        {
            (IGreetingsExports.Manners.BOW, "bows"),
            (IGreetingsExports.Manners.WAVE, "waves"),
            (IGreetingsExports.Manners.SHAKE_HANDS, "shakes hands"),
        };

        private static string Gestures(IGreetingsExports.Manners how)
        {
            var shown = new List<string>();
            foreach (var each in All)
            {
                if ((how & each.Flag) != 0) shown.Add(each.What);
            }
            return shown.Count == 0 ? "" : $" ({string.Join(", ", shown)})";
        }

        public class GuestBook : IGreetingsExports.GuestBook, IGreetingsExports.IGuestBook
        {
            private readonly string owner;
            private readonly List<IGreetingsExports.Person> list = new List<IGreetingsExports.Person>();

            public GuestBook(string owner)
            {
                this.owner = owner;
            }

            public uint Sign(IGreetingsExports.Person guest)
            {
                list.Add(guest);
                return (uint)list.Count;
            }

            public List<IGreetingsExports.Person> Guests()
            {
                return list;
            }

            public static IGreetingsExports.GuestBook Merge(IGreetingsExports.GuestBook a, IGreetingsExports.GuestBook b)
            {
                var both = new GuestBook(((GuestBook)a).owner);
                both.list.AddRange(((GuestBook)a).list);
                both.list.AddRange(((GuestBook)b).list);
                return both;
            }
        }
    }
}
