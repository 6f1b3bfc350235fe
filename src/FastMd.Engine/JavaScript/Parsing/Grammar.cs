using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// The grammar of JavaScript (ES2024, module code) with JSX, as parsers over one tokenizer and the state they share. They refuse what is not
/// JavaScript and tell what has to be known of it: where things end, JSX, names. There is no syntax tree.
/// </summary>
/// <remarks>
/// The grammar is recursive, for functions are expressions that consist of statements: so each parser is given this, and finds the others by it.
/// Most code is short: what is not in every expression is made when code needs it.
/// </remarks>
internal sealed class Grammar
{
    public Grammar(string text, int start, int limit)
    {
        Tokens = new(text, start, limit);
        Nesting = new(Tokens);
        Context = new(Tokens);
        EarlyErrors = new(this);
        Identifiers = new(this);
        Primary = new(this);
        LeftHandSide = new(this);
        Expressions = new(this);
    }

    public Tokenizer Tokens { get; }

    public NestingGuard Nesting { get; }

    public FunctionContext Context { get; }

    public ScopeStack Scopes => field ??= new();

    public EarlyErrors EarlyErrors { get; }

    public CoverGrammar Cover => field ??= new(Tokens);

    public FragmentParser Fragments => field ??= new(this);

    public IdentifierParser Identifiers { get; }

    public PrimaryParser Primary { get; }

    public LeftHandSideParser LeftHandSide { get; }

    public ExpressionParser Expressions { get; }

    public ObjectParser Objects => field ??= new(this);

    public BindingPatternParser Patterns => field ??= new(this);

    public FunctionParser Functions => field ??= new(this);

    public ClassParser Classes => field ??= new(this);

    public JsxParser Jsx => field ??= new(this);

    public StatementParser Statements => field ??= new(this);

    public DeclarationParser Declarations => field ??= new(this);

    public IterationParser Iterations => field ??= new(this);
}
