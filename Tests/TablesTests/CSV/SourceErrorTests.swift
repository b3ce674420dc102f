import Foundation
import TestSupport
import Testing

@testable import Tables

@Suite struct SourceErrorTests {
    private func message(_ name: String, _ bytes: [UInt8]) throws -> String {
        try TestFiles.withTemporaryFolder { folder in
            let url = folder.appending(path: name)
            try Data(bytes).write(to: url)
            return message(url.path).replacing(folder.path + "/", with: "")
        }
    }

    private func message(_ path: String) -> String {
        do {
            _ = try CSVFile(path: path)
            return "read"
        } catch {
            return error.description
        }
    }

    @Test(
        arguments: [
            ("", "x:1: the file is empty; export it again, with a header line"),
            ("\u{FEFF}", "x:1: the file is empty; export it again, with a header line"),
            ("\n\n", "x:1: the file is empty; export it again, with a header line"),
            (
                "\na,\"b\n",
                "x:2: a quote in the header is never closed; add the missing quote, or remove the one that is too many"
            ),
            (
                "a,\"b\"c\n",
                "x:1: in the header there is text between a closing quote and the delimiter; double the quotes that belong to a name"
            ),
            ("%PDF-1.7\n", "x: this is a PDF document, not CSV; ask for the data that it was made from, as CSV"),
            (
                "<!DOCTYPE html><html>",
                "x: this is a web page, not CSV; download the data itself; perhaps this is a log-in page"
            ),
            ("[{\"id\": 1}]", "x: this is JSON, not CSV; convert it to CSV, with a header line"),
            (" { \"id\" : 1 }\n", "x: this is JSON, not CSV; convert it to CSV, with a header line"),
            (
                "PK\u{3}\u{4}rest",
                "x: this is a ZIP archive or an Excel workbook, not CSV; open it in the program that it comes from, and save the table as CSV"
            ),
        ])
    func fileThatIsNoTableIsRefused(text: String, expected: String) throws {
        #expect(try message("x", Array(text.utf8)) == expected)
    }

    @Test func binaryFileIsRefused() throws {
        let bytes = (0..<2000).map { UInt8(truncatingIfNeeded: $0 * 7 % 32) }
        #expect(try message("x", bytes) == "x: this is a binary file, not CSV; export the table as CSV")
        #expect(try message("x", [0x1F, 0x8B, 8, 0]) == "x: this is a gzip archive, not CSV; unpack it first")
    }

    @Test func undecodableHeaderIsRefused() throws {
        let bytes = Array("id,caf".utf8) + [0xE9] + Array("\n1,é\n".utf8)
        #expect(
            try message("x", bytes)
                == "x:1: the header has bytes that are not utf-8; declare the right encoding, or save the file as UTF-8"
        )
    }

    @Test func directoryAndMissingFileAreToldApart() throws {
        try TestFiles.withTemporaryFolder { folder in
            #expect(message(folder.path) == "\(folder.path): this is a directory; name the CSV file in it")
            let missing = folder.appending(path: "none.csv").path
            #expect(
                message(missing)
                    == "\(missing): there is no such file; check the path; in a plan it is relative to the plan")
        }
    }

    @Test func unreadableFileIsSaidToBe() {
        #expect(SourceError.cannotOpen("x", errno: 13).reason == .unreadable)
        #expect(
            SourceError.cannotOpen("x", errno: 13).description
                == "x: the file may not be read; ask for the right to read it")
    }

    @Test func aPipeIsReadToItsEnd() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "pipe").path
            try #require(mkfifo(path, 0o600) == 0)
            let writer = Thread {
                let text = "a,b\n" + String(repeating: "1,2\n", count: 500_000)
                try? FileHandle(forWritingTo: URL(filePath: path)).write(contentsOf: Data(text.utf8))
            }
            writer.start()
            let file = try CSVFile(path: path)
            #expect(file.scan([0], threads: 2, makeState: { 0 }, body: { $0 += $1.count }).rowCount == 500_000)
        }
    }
}
