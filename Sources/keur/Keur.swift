@main struct Keur { static func main() {} }
