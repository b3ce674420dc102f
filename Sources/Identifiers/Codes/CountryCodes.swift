/// ISO 3166-1 alpha-2, as of 2026.
enum CountryCodes {
    private static let list: StaticString = """
        ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZ\
        ECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZ\
        LALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQA\
        RERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW
        """

    private static let table: [Bool] = {
        var table = [Bool](repeating: false, count: 26 * 26)
        for index in stride(from: 0, to: list.utf8CodeUnitCount, by: 2) {
            table[Int(list.utf8Start[index] - 65) * 26 + Int(list.utf8Start[index + 1] - 65)] = true
        }
        return table
    }()

    static func contains(_ first: UInt8, _ second: UInt8) -> Bool {
        guard first &- 65 < 26, second &- 65 < 26 else { return false }
        return table[Int(first - 65) * 26 + Int(second - 65)]
    }
}

/// Which countries belong to what.
enum EuropeanUnion {
    static let members: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT",
        "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]

    static let economicArea: Set<String> = members.union(["IS", "LI", "NO"])

    /// Members (Greece under both of its codes), Northern Ireland and Great Britain.
    static func grantsEORI(_ first: UInt8, _ second: UInt8) -> Bool {
        granting.contains(UInt16(first) << 8 | UInt16(second))
    }

    private static let granting: Set<UInt16> = Set(
        members.union(["EL", "XI", "GB"]).map { code in
            let letters = Array(code.utf8)
            return UInt16(letters[0]) << 8 | UInt16(letters[1])
        }
    )
}

/// ISO 4217 and ISO 639-1.
enum CodeLists {
    static let currencies: Set<String> = words(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC
        CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK
        JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR
        MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
        STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW
        ZWG
        """)

    static let languages: Set<String> = words(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa
        ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko
        kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa
        pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty
        ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
