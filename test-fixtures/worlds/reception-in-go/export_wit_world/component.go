package export_wit_world

func Greet(name string) string {
	return "Hello, " + name + "!"
}
