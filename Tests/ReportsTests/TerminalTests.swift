import Foundation
import Reports
import Testing

@Suite struct TerminalTests {
    /// What a descriptor that is not a terminal says; the tests' own standard output may be one.
    private func file(_ environment: [String: String]) throws -> Terminal {
        let null = try #require(FileHandle(forWritingAtPath: "/dev/null"))
        return Terminal(descriptor: null.fileDescriptor, environment: environment)
    }

    @Test func fileGetsNoColoursAndEightyColumns() throws {
        let terminal = try file(["TERM": "xterm-256color"])
        #expect(!terminal.isInteractive && !terminal.colour && terminal.width == 80)
    }

    @Test(arguments: [("132", 132), ("wide", 80), ("-5", 1)])
    func columnsOfTheEnvironmentCount(columns: String, width: Int) throws {
        #expect(try file(["COLUMNS": columns]).width == width)
    }

    @Test func noColorIsRespectedOnATerminal() throws {
        var (master, slave): (Int32, Int32) = (0, 0)
        var size = winsize(ws_row: 40, ws_col: 97, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&master, &slave, nil, nil, &size) == 0)
        defer {
            close(master)
            close(slave)
        }
        let terminal = Terminal(descriptor: slave, environment: [:])
        #expect(terminal.isInteractive && terminal.colour && terminal.width == 97)
        #expect(!Terminal(descriptor: slave, environment: ["NO_COLOR": "1"]).colour)
        #expect(Terminal(descriptor: slave, environment: ["NO_COLOR": ""]).colour)
        #expect(!Terminal(descriptor: slave, environment: ["TERM": "dumb"]).colour)
    }
}
