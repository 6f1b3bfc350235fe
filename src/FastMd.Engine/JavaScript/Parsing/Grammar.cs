using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// The grammar of JavaScript (ES2024, module code) with JSX, as parsers over one tokenizer and the state they share. They refuse what is not
/// JavaScript and tell what has to be known of it: where things end, JSX, names. There is no syntax tree.
/// </summary>
/// <remarks>
/// The grammar is recursive, for functions are expressions that consist of statements: so each parser is given this, and finds the others by it.
/// Most code is short: a parser is made when code needs it.
/// </remarks>
internal sealed class Grammar
{
    public Grammar(string text, int start, int limit)
    {
        Tokens = new(text, start, limit);
        Nesting = new(Tokens);
        Context = new(Tokens);
        Cover = new(Tokens);
        EarlyErrors = new(Tokens, Scopes);
    }

    public Tokenizer Tokens { get; }

    public NestingGuard Nesting { get; }

    public ScopeStack Scopes { get; } = new();

    public FunctionContext Context { get; }

    public CoverGrammar Cover { get; }

    public EarlyErrors EarlyErrors { get; }

    /// <summary>What the code being parsed has to tell; code in the braces of JSX tells for itself.</summary>
    public FragmentBuilder Fragment { get; set; } = new();

    public FragmentParser Fragments => field ??= new(this);

    public IdentifierParser Identifiers => field ??= new(this);

    public ExpressionParser Expressions => field ??= new(this);

    public LeftHandSideParser LeftHandSide => field ??= new(this);

    public PrimaryParser Primary => field ??= new(this);

    public ObjectParser Objects => field ??= new(this);

    public BindingPatternParser Patterns => field ??= new(this);

    public FunctionParser Functions => field ??= new(this);

    public ClassParser Classes => field ??= new(this);

    public JsxParser Jsx => field ??= new(this);

    public StatementParser Statements => field ??= new(this);

    public DeclarationParser Declarations => field ??= new(this);

    public IterationParser Iterations => field ??= new(this);
}
