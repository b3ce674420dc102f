import Tables
import Testing

@Suite struct FormulaGuardTests {
    @Test(arguments: [
        "=1+1", "+31201234567", "-5", "-", "@SUM(A1)", "\t=1", "\r\n=cmd", "\r=x", "\n=x", "\u{FF1D}1", "'=1", "''=1",
        " =1", "\u{A0}+1", "\u{200B}@x", "\u{FEFF}=1", "' =1",
    ])
    func cellThatCouldRunGetsAnApostrophe(cell: String) {
        let defused = FormulaGuard.defuse(cell)
        #expect(defused == "'" + cell)
        #expect(FormulaGuard.restore(defused).unicodeScalars.elementsEqual(cell.unicodeScalars))
    }

    @Test(arguments: ["", "Jansen", "'s-Hertogenbosch", "'t Hof", "1-2", "a=1", "a =1", "'"])
    func otherCellsStayAsTheyAre(cell: String) {
        #expect(FormulaGuard.defuse(cell) == cell)
        #expect(FormulaGuard.restore(cell) == cell)
    }
}
