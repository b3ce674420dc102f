/// What a run may ask and spend.
public struct Budget: Sendable {
    /// Nil for any number.
    public var requests: Int?
    public var cost: Cost?

    public init(requests: Int? = nil, cost: Cost? = nil) {
        self.requests = requests
        self.cost = cost
    }

    public var isLimited: Bool { requests != nil || cost != nil }

    /// Whether so much more may be asked after what was spent.
    func allows(_ more: Load, after spent: Load) -> Bool {
        if let requests, spent.requests + more.requests > requests { return false }
        guard let cost else { return true }
        let total = spent.costs[cost.currency, default: 0] + more.costs[cost.currency, default: 0]
        return total <= cost.amount + 1e-9
    }
}

/// A number of requests and what they cost.
public struct Load: Sendable, Hashable {
    public fileprivate(set) var requests = 0
    /// By currency.
    public fileprivate(set) var costs: [String: Double] = [:]

    mutating func add(_ cost: Cost?) {
        requests += 1
        if let cost { costs[cost.currency, default: 0] += cost.amount }
    }

    fileprivate mutating func remove(_ cost: Cost?) {
        requests -= 1
        guard let cost else { return }
        let rest = costs[cost.currency, default: 0] - cost.amount
        // Nothing is left but what rounding left.
        costs[cost.currency] = rest < 1e-9 ? 0 : rest
    }

    static func += (left: inout Load, right: Load) {
        left.requests += right.requests
        if !right.costs.isEmpty { left.costs.merge(right.costs, uniquingKeysWith: +) }
    }
}

/// What a run asked and spent, or would.
public struct Spending: Sendable, Hashable {
    private(set) var load = Load()
    /// By connector.
    public private(set) var requestsByConnector: [String: Int] = [:]

    public init() {}

    public var requests: Int { load.requests }
    /// By currency.
    public var costs: [String: Double] { load.costs }

    mutating func add(_ cost: Cost?, of connector: String) {
        load.add(cost)
        requestsByConnector[connector, default: 0] += 1
    }

    /// False, and nothing changes, when the budget does not allow it.
    mutating func take(_ cost: Cost?, of connector: String, within budget: Budget) -> Bool {
        var one = Load()
        one.add(cost)
        guard budget.allows(one, after: load) else { return false }
        add(cost, of: connector)
        return true
    }
    /// What was taken was not sent after all.
    mutating func giveBack(_ cost: Cost?, of connector: String) {
        load.remove(cost)
        requestsByConnector[connector, default: 0] -= 1
    }
}
