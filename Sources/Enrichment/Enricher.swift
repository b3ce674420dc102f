/// Asks outside sources about legal entities.
public enum Enricher {
    /// One connector about one entity.
    public static func ask(
        _ connector: Connector,
        about subject: Subject,
        fetcher: Fetcher,
        judgements: Judgements = Judgements()
    ) async -> ConnectorAnswer {
        await ConnectorRun(connector, about: subject, fetcher: fetcher, judgements: judgements).answer()
    }
}
