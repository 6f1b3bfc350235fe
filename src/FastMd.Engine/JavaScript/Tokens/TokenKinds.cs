namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>What kinds of tokens have in common.</summary>
internal static class TokenKinds
{
    public static bool IsKeyword(this TokenKind kind) => kind >= TokenKind.Break;

    public static bool IsBracket(this TokenKind kind) => kind is >= TokenKind.BraceOpen and <= TokenKind.BracketClose;

    public static bool IsAssignment(this TokenKind kind) => kind is TokenKind.Assign or TokenKind.CompoundAssign;

    public static bool IsPrefix(this TokenKind kind) => kind is TokenKind.Increment or TokenKind.Not or TokenKind.PlusMinus
        or TokenKind.TypeOf or TokenKind.Void or TokenKind.Delete;

    /// <summary>How tightly a binary operator binds; 0 for what is none.</summary>
    public static int Precedence(this TokenKind kind) => kind switch
    {
        TokenKind.Or or TokenKind.Coalesce => 1,
        TokenKind.And => 2,
        TokenKind.BitOr => 3,
        TokenKind.BitXor => 4,
        TokenKind.BitAnd => 5,
        TokenKind.Equality => 6,
        TokenKind.Relation or TokenKind.In or TokenKind.InstanceOf => 7,
        TokenKind.Shift => 8,
        TokenKind.PlusMinus => 9,
        TokenKind.Star or TokenKind.Slash or TokenKind.Percent => 10,
        _ => 0,
    };

    /// <summary>
    /// Whether a <c>&lt;</c> after it can start a tag. The acorn parser decides by the token before, and so refuses <c>await &lt;a/&gt;</c>.
    /// </summary>
    public static bool CanPrecedeTag(this TokenKind kind) => kind is not (TokenKind.Name or TokenKind.String or TokenKind.Number
        or TokenKind.Regex or TokenKind.BackQuote or TokenKind.BracketClose or TokenKind.This or TokenKind.Super
        or TokenKind.Null or TokenKind.True or TokenKind.False);

    /// <summary>Whether a slash after it, were it allowed, would begin a regular expression.</summary>
    public static bool CanPrecedeRegularExpression(this TokenKind kind) => kind is TokenKind.End or TokenKind.BraceOpen or TokenKind.ParenOpen or TokenKind.BracketOpen
        or TokenKind.Semicolon or TokenKind.Comma or TokenKind.Colon or TokenKind.Question or TokenKind.Arrow or TokenKind.Ellipsis
        or TokenKind.Not or TokenKind.StarStar or TokenKind.Case or TokenKind.Do or TokenKind.Else or TokenKind.Return or TokenKind.Throw
        or TokenKind.New or TokenKind.TypeOf or TokenKind.Void or TokenKind.Delete or TokenKind.Extends or TokenKind.Default
        || kind.IsAssignment() || kind.Precedence() > 0;

    /// <summary>Whether an expression can begin with it: what decides if <c>yield</c> has an operand.</summary>
    public static bool StartsExpression(this TokenKind kind) => kind is TokenKind.Name or TokenKind.PrivateName or TokenKind.Number
        or TokenKind.String or TokenKind.Regex or TokenKind.BackQuote or TokenKind.BraceOpen or TokenKind.ParenOpen or TokenKind.BracketOpen
        or TokenKind.Slash or TokenKind.Relation or TokenKind.Function or TokenKind.Class or TokenKind.New or TokenKind.This
        or TokenKind.Super or TokenKind.Import or TokenKind.Null or TokenKind.True or TokenKind.False
        || kind.IsPrefix();

    /// <summary>The kind of a word: a keyword or a name.</summary>
    public static TokenKind OfWord(ReadOnlySpan<char> word) => word.Length is < 2 or > 10 || !char.IsAsciiLetterLower(word[0])
        ? TokenKind.Name
        : word switch
        {
            "break" => TokenKind.Break,
            "case" => TokenKind.Case,
            "catch" => TokenKind.Catch,
            "class" => TokenKind.Class,
            "const" => TokenKind.Const,
            "continue" => TokenKind.Continue,
            "debugger" => TokenKind.Debugger,
            "default" => TokenKind.Default,
            "delete" => TokenKind.Delete,
            "do" => TokenKind.Do,
            "else" => TokenKind.Else,
            "export" => TokenKind.Export,
            "extends" => TokenKind.Extends,
            "false" => TokenKind.False,
            "finally" => TokenKind.Finally,
            "for" => TokenKind.For,
            "function" => TokenKind.Function,
            "if" => TokenKind.If,
            "import" => TokenKind.Import,
            "in" => TokenKind.In,
            "instanceof" => TokenKind.InstanceOf,
            "new" => TokenKind.New,
            "null" => TokenKind.Null,
            "return" => TokenKind.Return,
            "super" => TokenKind.Super,
            "switch" => TokenKind.Switch,
            "this" => TokenKind.This,
            "throw" => TokenKind.Throw,
            "true" => TokenKind.True,
            "try" => TokenKind.Try,
            "typeof" => TokenKind.TypeOf,
            "var" => TokenKind.Var,
            "void" => TokenKind.Void,
            "while" => TokenKind.While,
            "with" => TokenKind.With,
            _ => TokenKind.Name,
        };
}
