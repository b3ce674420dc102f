/// Reads RFC 4180 by the letter, independent of the writer: refuses bare quotes and line ends that are not CRLF.
enum SmallCSVParser {
    struct Malformed: Error {
        var offset: Int
    }

    static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                while true {
                    guard index < bytes.count else { throw Malformed(offset: index) }
                    if bytes[index] != UInt8(ascii: "\"") {
                        cell.append(bytes[index])
                        index += 1
                    } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                        cell.append(UInt8(ascii: "\""))
                        index += 2
                    } else {
                        index += 1
                        break
                    }
                }
            } else {
                while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != 0x0D {
                    guard bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A else {
                        throw Malformed(offset: index)
                    }
                    cell.append(bytes[index])
                    index += 1
                }
            }
            row.append(String(decoding: cell, as: UTF8.self))
            cell = []
            guard index < bytes.count else { throw Malformed(offset: index) }
            if bytes[index] == UInt8(ascii: ",") {
                index += 1
                // A comma before the line end: an empty last cell.
                guard index < bytes.count, bytes[index] == 0x0D else {
                    continue
                }
                row.append("")
            }
            guard index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A else {
                throw Malformed(offset: index)
            }
            index += 2
            rows.append(row)
            row = []
        }
        return rows
    }
}
