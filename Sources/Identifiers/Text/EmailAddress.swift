/// E-mail addresses as invoices use them.
///
/// Source of the form: XRechnung rule BR-DE-28 (one @, no blank, no dot at an edge, two characters each side), with a domain of at
/// least two labels.
public enum EmailAddress {
    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= 254, let at = text.firstIndex(of: UInt8(ascii: "@")) else { return false }
        let local = text[..<at]
        let domain = text[(at + 1)...]
        guard local.count >= 1, domain.count >= 4, !domain.contains(UInt8(ascii: "@")) else { return false }
        return isDotted(local, allows: isLocalByte) && isDotted(domain, allows: isDomainByte) && endsInLetters(domain)
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        byte > 32 && byte != 127 && !"\"(),:;<>[\\]".utf8.contains(byte)
    }

    private static func isDomainByte(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || (byte | 32) &- 97 < 26 || byte == UInt8(ascii: "-") || byte >= 0x80
    }

    /// Parts between dots, none of them empty.
    private static func isDotted(_ text: Slice<UnsafeBufferPointer<UInt8>>, allows: (UInt8) -> Bool) -> Bool {
        var length = 0
        for byte in text {
            if byte == UInt8(ascii: ".") {
                if length == 0 { return false }
                length = 0
            } else {
                guard allows(byte) else { return false }
                length += 1
            }
        }
        return length > 0
    }

    private static func endsInLetters(_ domain: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let dot = domain.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let last = domain[(dot + 1)...]
        return last.count >= 2 && !last.allSatisfy { $0 &- 48 < 10 }
    }

    /// In small letters; empty when there is no @.
    public static func domain(of text: String) -> String {
        text.lastIndex(of: "@").map { text[text.index(after: $0)...].lowercased().trimmed } ?? ""
    }

    /// A provider of mailboxes for anyone.
    public static func isFreeMail(_ text: String) -> Bool { freeProviders.contains(domain(of: text)) }

    private static let freeProviders: Set<String> = [
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "hotmail.be", "hotmail.fr", "hotmail.co.uk",
        "outlook.com", "outlook.de",
        "live.com", "live.nl", "live.be", "msn.com", "yahoo.com", "yahoo.fr", "yahoo.co.uk", "yahoo.de", "icloud.com",
        "me.com", "aol.com",
        "gmx.de", "gmx.net", "web.de", "t-online.de", "freenet.de", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net",
        "sfr.fr", "ziggo.nl",
        "kpnmail.nl", "planet.nl", "xs4all.nl", "home.nl", "telenet.be", "skynet.be", "proximus.be", "btinternet.com",
        "protonmail.com",
        "proton.me", "libero.it", "mail.ru",
    ]

    /// Whether the mailbox looks like a person's (`jan.jansen@`, `j.jansen@`) rather than a department's (`ap@`, `facturen@`).
    public static func isPersonal(_ text: String) -> Bool {
        guard let at = text.lastIndex(of: "@") else { return false }
        let local = text[..<at].lowercased()
        let words = local.split { ".-_+".contains($0) }.map(String.init)
        if words.contains(where: { word in roles.contains { word.hasPrefix($0) } }) { return false }
        guard words.count >= 2, words.count <= 4 else { return false }
        return words.allSatisfy { $0.allSatisfy(\.isLetter) } && (words.last?.count ?? 0) >= 2
    }

    /// Beginnings of words that stand for a department.
    private static let roles = [
        "account", "admin", "afdeling", "ap", "backoffice", "betaal", "billing", "boekhoud", "buchhaltung", "compta",
        "contact", "credit",
        "crediteur", "debit", "e-invoic", "einvoic", "einkauf", "eingang", "factur", "faktur", "finan", "fournisseur",
        "group", "help", "hq",
        "info", "inkoop", "invoice", "kantoor", "kreditor", "mail", "no", "office", "order", "payable", "payment",
        "procure", "purchas",
        "rechnung", "reception", "sales", "scan", "secretar", "service", "shared", "ssc", "supplier", "support", "team",
        "verwaltung",
    ]
}

extension StringProtocol {
    fileprivate var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
