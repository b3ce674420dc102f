import Audit

/// Invented groups: one over its limits with an insolvent parent, one of a single entity with two accounts.
enum SampleFamilies {
    static func all(hostile: Bool) -> [Family] {
        let insolvent = Family(
            name: "Zuiderlicht Holding N.V.", accounts: 3, exposure: euro(48_250_000), overdue: euro(12_000_050),
            creditLimit: euro(40_000_000),
            entities: [
                Family.Entity(
                    name: "Zuiderlicht Holding N.V.", identifier: "LEI 724500EXAMPLE0HOLD71", accounts: [],
                    events: [Family.Event(kind: "suspension-of-payments", date: "2026-08-14", source: "cir")],
                    members: [
                        Family.Entity(
                            name: "Zuiderlicht Retail B.V.", identifier: "NL 90000011",
                            accounts: [
                                account("20011", "Zuiderlicht Retail B.V.", 30_000_000, 12_000_050, 25_000_000),
                                account("20012", "Zuiderlicht Retail BV (Noord)", 8_250_000, 0, 5_000_000),
                            ],
                            events: [Family.Event(kind: "bankruptcy", date: "2026-09-02", source: "cir")], members: []),
                        Family.Entity(
                            name: "Zuiderlicht Belgium", identifier: "", accounts: [], events: [],
                            members: [
                                Family.Entity(
                                    name: "Zuiderlicht Logistics BV", identifier: "BE 0900000042",
                                    accounts: [
                                        account("20013", "Zuiderlicht Logistics BV", 10_000_000, 0, 10_000_000)
                                    ],
                                    events: [], members: [])
                            ]),
                    ])
            ])
        let twins = Family(
            name: "Vondel, Kade & Zn. B.V.", accounts: 2, exposure: euro(1_500_000), overdue: euro(0),
            creditLimit: euro(2_000_000),
            entities: [
                Family.Entity(
                    name: "Vondel, Kade & Zn. B.V.", identifier: "NL 90000099",
                    accounts: [
                        account("10012", "Vondel, Kade & Zn. B.V.", 1_000_000, 0, 2_000_000),
                        account("10013", "Vondel Kade", 500_000, 0, 0),
                    ],
                    events: [], members: [])
            ])
        return hostile ? [insolvent, twins] + HostileCells.cells.map { family($0) } : [insolvent, twins]
    }

    private static func family(_ text: String) -> Family {
        Family(
            name: text, accounts: 1, exposure: Money(hundredths: 1, currency: text), overdue: euro(0),
            creditLimit: euro(0),
            entities: [
                Family.Entity(
                    name: text, identifier: text, accounts: [account(text, text, 1, 0, 0)],
                    events: [Family.Event(kind: text, date: text, source: text)], members: [])
            ])
    }

    private static func euro(_ hundredths: Int64) -> Money { Money(hundredths: hundredths, currency: "EUR") }

    private static func account(_ id: String, _ name: String, _ open: Int64, _ overdue: Int64, _ limit: Int64)
        -> Family.Account
    {
        Family.Account(
            id: id, name: name, exposure: euro(open), overdue: euro(overdue), creditLimit: euro(limit))
    }
}
