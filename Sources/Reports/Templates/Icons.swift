/// The shapes that stand for severities beside their names: the worse, the more ink.
enum Icons {
    static let symbols: StaticString = """
        <svg width="0" height="0" aria-hidden="true" focusable="false">
        <symbol id="i-blocker" viewBox="0 0 14 14"><path fill-rule="evenodd" d="M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0ZM3 5.7v2.6h8V5.7Z"/></symbol>
        <symbol id="i-error" viewBox="0 0 14 14"><path d="M7 .3 13.7 7 7 13.7.3 7Z"/></symbol>
        <symbol id="i-warning" viewBox="0 0 14 14"><path fill-rule="evenodd" d="M7 .6 14 13.2H0ZM7 3.7 2.5 11.7h9Z"/></symbol>
        <symbol id="i-info" viewBox="0 0 14 14"><path fill-rule="evenodd" d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm0 1.4a3.1 3.1 0 1 0 0 6.2 3.1 3.1 0 0 0 0-6.2Z"/></symbol>
        <symbol id="i-unknown" viewBox="0 0 14 14"><path d="M1 6.2h3.2v1.6H1Zm4.4 0h3.2v1.6H5.4Zm4.4 0H13v1.6H9.8Z"/></symbol>
        </svg>

        """
}
