/// What a run would ask about whom: the entities by exposure times staleness, the most pressing first.
public struct Forecast: Sendable {
    /// What is to be asked about one entity, after those before it.
    public struct Entity: Sendable {
        /// Position among the inquiries.
        public let index: Int
        /// Exposure times staleness.
        let urgency: Double
        /// Requests that are sent whatever the answers are.
        public let certain: Spending
        /// Requests that depend on answers.
        public let possible: Spending
    }

    /// Those about whom nothing has to be asked come last.
    public private(set) var entities: [Entity]
    /// Certain requests as they would be sent.
    public let requests: [PlannedRequest]
    /// Why sources cannot be asked at all, e.g. that an export cannot be read.
    public let obstacles: [String]
    private var next = 0

    /// Without a look at what was kept: the largest exposure first, all in one go.
    init(byExposure inquiries: [Inquiry]) {
        entities = inquiries.indices.map {
            Entity(index: $0, urgency: inquiries[$0].exposure, certain: Spending(), possible: Spending())
        }.sorted(by: Self.comesBefore)
        requests = []
        obstacles = []
    }

    init(_ inquiries: [Inquiry], _ answers: [[ConnectorAnswer]]) {
        let planned = answers.map { $0.flatMap(\.planned) }
        func urgency(_ index: Int) -> Double {
            max(0, inquiries[index].exposure) * (planned[index].map(\.staleness).max() ?? 0)
        }
        let order = inquiries.indices.map { (index: $0, urgency: urgency($0), isKnown: planned[$0].isEmpty) }.sorted {
            $0.isKnown == $1.isKnown ? ($1.urgency, $0.index) < ($0.urgency, $1.index) : !$0.isKnown
        }
        // Accounts of one company are one question, which the first of them pays for.
        var seen: Set<String> = []
        var requests: [PlannedRequest] = []
        entities = order.map { index, urgency, _ in
            var (certain, possible) = (Spending(), Spending())
            var isNews: [String: Bool] = [:]
            for request in planned[index] {
                guard let key = request.key else {
                    if isNews[request.connector] ?? true { possible.add(request.cost, of: request.connector) }
                    continue
                }
                guard seen.insert(key).inserted else {
                    isNews[request.connector] = isNews[request.connector] ?? false
                    continue
                }
                isNews[request.connector] = true
                certain.add(request.cost, of: request.connector)
                requests.append(request)
            }
            return Entity(index: index, urgency: urgency, certain: certain, possible: possible)
        }
        self.requests = requests
        var obstacles: [String] = []
        for answer in answers.joined() where answer.planned.isEmpty {
            for case .notKnown(let reason) in answer.parts.values where !obstacles.contains(reason) {
                obstacles.append(reason)
            }
        }
        self.obstacles = obstacles.sorted()
    }

    private static func comesBefore(_ left: Entity, _ right: Entity) -> Bool {
        (right.urgency, left.index) < (left.urgency, right.index)
    }

    public var certain: Spending { entities.reduce(Spending()) { $0 + $1.certain } }
    public var possible: Spending { entities.reduce(Spending()) { $0 + $1.possible } }

    /// How many of the entities about which something has to be asked a budget surely reaches, and how many there are.
    public func reach(of budget: Budget) -> (reached: Int, all: Int) {
        let asked = entities.filter { $0.certain.requests + $0.possible.requests > 0 }
        var spent = Spending()
        var reached = 0
        for entity in asked {
            let whole = entity.certain + entity.possible
            guard budget.allows(whole, after: spent) else { break }
            spent = spent + whole
            reached += 1
        }
        return (reached, asked.count)
    }

    /// Positions of the entities to ask about now: as many as what is left surely pays for, so that nobody less pressing
    /// takes what the follow-up questions about the first need. Nil when all had their turn.
    mutating func nextWave(within budget: Budget, after spent: Spending) -> [Int]? {
        guard next < entities.count else { return nil }
        var sum = Spending()
        let rest = entities[next...]
        var wave = Array(
            rest.prefix { entity in
                let whole = sum + entity.certain + entity.possible
                guard budget.allows(whole, after: spent) else { return false }
                sum = whole
                return true
            })
        // Whoever may need more than is left comes alone, and gets what there is.
        if wave.isEmpty, let first = rest.first { wave = [first] }
        next += wave.count
        return wave.map(\.index)
    }
}
