/// A customer of the sample; amounts in hundredths of a euro. All names are invented.
struct SampleCustomer {
    var id: String
    var name: String
    var openAmount: Int64
    /// Where it stands in data/customers.csv.
    var line: Int

    init(_ id: String, _ name: String, _ openAmount: Int64, _ line: Int) {
        self.id = id
        self.name = name
        self.openAmount = openAmount
        self.line = line
    }
}

enum SampleCustomers {
    static let all = [
        SampleCustomer("100234", "Verkaart Bouwgroep B.V.", 48_215_050, 14),
        SampleCustomer("100871", "Ziekenhuis Sint-Odilia VZW", 39_704_900, 41),
        SampleCustomer("101502", "Kessler & Söhne Maschinenbau GmbH", 35_118_275, 63),
        SampleCustomer("101977", "Brantwick Facilities Ltd", 31_250_000, 90),
        SampleCustomer("102040", "Gemeente Oosterwaard", 28_840_310, 97),
        SampleCustomer("102388", "Établissements Morvan SAS", 24_499_999, 112),
        SampleCustomer("102761", "Noordzee Logistiek B.V.", 21_967_540, 131),
        SampleCustomer("103019", "Halvorsen Retail Nederland B.V.", 18_305_000, 140),
        SampleCustomer("103245", "De Clercq Voeding NV", 17_645_125, 152),
        SampleCustomer("103611", "Stadtwerke Lindenau AöR", 15_902_060, 171),
        SampleCustomer("103990", "Van der Aa Zorg Stichting", 14_410_800, 188),
        SampleCustomer("104122", "Pemberly Foods plc", 13_377_245, 195),
        SampleCustomer("104508", "Atelier Lumen SARL", 11_820_000, 207),
        SampleCustomer("104777", "Rijnmond Staal N.V.", 10_955_530, 219),
        SampleCustomer("105016", "Beekhuis Techniek", 9_412_000, 226),
        SampleCustomer("105230", "Omnia Pharma Belgium BV", 8_764_415, 233),
        SampleCustomer("105481", "Tannhof Hotelbetriebs GmbH & Co. KG", 7_218_090, 240),
        SampleCustomer("105702", "Windrush Energy Ltd", 6_544_000, 251),
        SampleCustomer("106015", "Coöperatie De Nieuwe Oogst U.A.", 5_930_675, 262),
        SampleCustomer("106333", "Luxin Participations S.à r.l.", 5_125_000, 270),
        SampleCustomer("106540", "Schilders van Eerd V.O.F.", 3_870_960, 281),
        SampleCustomer("106812", "Delmotte Transport SRL", 3_204_500, 290),
        SampleCustomer("107004", "Hogeschool Maasland", 2_611_080, 301),
        SampleCustomer("107219", "Quintero Import B.V.", 1_940_000, 309),
    ]

    static func named(_ id: String) -> SampleCustomer {
        all.first { $0.id == id } ?? SampleCustomer(id, "?", 0, 1)
    }
}
