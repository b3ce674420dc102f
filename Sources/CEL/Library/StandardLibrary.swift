/// Every function that CEL and its usual extensions bring along, in the order of the documentation.
public enum StandardLibrary {
    public static let all: [FunctionDeclaration] =
        CoreFunctions.all + ConversionFunctions.all + TimeFunctions.all + StringFunctions.all + ListFunctions.all
        + MathFunctions.all + SetFunctions.all + OptionalFunctions.all + EncoderFunctions.all + NetworkFunctions.all
}
