public import Foundation

/// An e-mail as it goes over the wire: plain text, the same as HTML, and one file attached.
///
/// Source: RFC 5322 (headers), RFC 2045 to 2047 (parts, encoded words), RFC 2231 is not needed: file names are ASCII. Every part is
/// base64, so that no line is too long and no content can end a part. Nothing that a stranger wrote reaches a header but as an
/// encoded word.
public struct MailMessage: Sendable {
    public struct Attachment: Sendable {
        /// ASCII letters, digits, `.`, `-` and `_`; anything else becomes `_`.
        public var name: String
        /// E.g. `text/csv; charset=utf-8`.
        public var type: String
        public var content: [UInt8]

        public init(name: String, type: String, content: [UInt8]) {
            self.name = name
            self.type = type
            self.content = content
        }
    }

    public var from: String
    public var to: String
    public var subject: String
    public var plain: String
    public var html: String
    public var attachment: Attachment
    public var date: Date
    /// Without brackets, e.g. `a1b2c3@mail.example.com`; the same for every attempt to deliver the message.
    public var messageID: String

    public init(
        from: String, to: String, subject: String, plain: String, html: String, attachment: Attachment, date: Date,
        messageID: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.plain = plain
        self.html = html
        self.attachment = attachment
        self.date = date
        self.messageID = messageID
    }

    /// Lines end in CRLF.
    public var bytes: [UInt8] {
        let (outer, inner) = ("keur-mixed-\(token)", "keur-alternative-\(token)")
        let name = Self.fileName(attachment.name)
        let lines = [
            "From: \(Self.address(from))",
            "To: \(Self.address(to))",
            "Subject: \(Self.header(subject))",
            "Date: \(Self.dateFormat(date))",
            "Message-ID: <\(Self.address(messageID))>",
            "MIME-Version: 1.0",
            "Auto-Submitted: auto-generated",
            "Content-Type: multipart/mixed; boundary=\"\(outer)\"",
            "",
            "--\(outer)",
            "Content-Type: multipart/alternative; boundary=\"\(inner)\"",
            "",
            "--\(inner)",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Self.base64(Array(plain.utf8)),
            "--\(inner)",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Self.base64(Array(html.utf8)),
            "--\(inner)--",
            "--\(outer)",
            "Content-Type: \(attachment.type)",
            "Content-Disposition: attachment; filename=\"\(name)\"",
            "Content-Transfer-Encoding: base64",
            "",
            Self.base64(attachment.content),
            "--\(outer)--",
            "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// Base64 has no hyphens, so a boundary never stands in a part, whatever its token.
    private var token: String {
        String(messageID.prefix { $0 != "@" }.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
    }

    /// An address was checked when the plan was read; that it cannot end a line is seen to here too.
    private static func address(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value > 32 && $0.value != 127 }))
    }

    /// A text in a header: as it is when it is plain ASCII, else as encoded words of at most 75 characters.
    static func header(_ text: String) -> String {
        if text.utf8.allSatisfy({ (32...126).contains($0) }), !text.contains("=?"), text.utf8.count <= 60 {
            return text
        }
        var words: [String] = []
        var part: [UInt8] = []
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 32 || scalar.value == 127 || scalar.properties.generalCategory == .format
            let bytes = isControl ? [32] : Array(String(scalar).utf8)
            // 42 bytes make 56 characters, 68 with the marks around; a character is never cut.
            if part.count + bytes.count > 42 {
                words.append(encodedWord(part))
                part = []
            }
            part += bytes
        }
        return (words + [encodedWord(part)]).joined(separator: "\r\n ")
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }

    private static func fileName(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "_" })
    }

    /// E.g. `Wed, 30 Sep 2026 04:00:00 +0000`.
    private static func dateFormat(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return formatter.string(from: date)
    }
}
