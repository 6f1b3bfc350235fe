using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Declarations: variables, functions and classes.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class DeclarationParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;

    /// <summary>Whether a declaration begins here.</summary>
    public bool StartsDeclaration(StatementPlace place)
        => _tokens.Kind is TokenKind.Var or TokenKind.Const or TokenKind.Class or TokenKind.Function || IsLet(place) || IsAsyncFunction();

    /// <summary>Whether <c>let</c> begins a declaration here, and is no name.</summary>
    public bool IsLet(StatementPlace place)
    {
        if (!_tokens.IsContextual("let"))
        {
            return false;
        }

        var next = _tokens.PeekStart(out _);
        if (next >= _tokens.Limit || _tokens.Text[next] is '[' or '\\')
        {
            return next < _tokens.Limit;
        }

        return place != StatementPlace.Single && (_tokens.Text[next] == '{' || (Identifiers.IsStart(Identifiers.CodePointAt(_tokens.Text, next, _tokens.Limit)) && _tokens.PeekWord(next) is not ("in" or "instanceof")));
    }

    /// <summary>Whether an async function begins here: no line terminator can stand in <c>async function</c>.</summary>
    public bool IsAsyncFunction()
        => _tokens.IsContextual("async") && _tokens.PeekStart(out var newline) is var next && !newline && _tokens.PeekWord(next) is "function";

    /// <summary>Parses a declaration; returns the names and patterns of variables, or the function or class.</summary>
    public List<Node> ParseDeclaration(StatementPlace place)
    {
        switch (_tokens.Kind)
        {
            case TokenKind.Function:
                return [ParseFunction(place, isAsync: false)];
            case TokenKind.Class:
                RequireList(place, _tokens.Start);
                return [grammar.Classes.ParseClass(isStatement: true, needsName: true)];
            case TokenKind.Name when !_tokens.IsContextual("let"):
                _tokens.Next();
                return [ParseFunction(place, isAsync: true)];
            default:
                return ParseVariableStatement(place);
        }
    }

    /// <summary>Parses the variables of a declaration, from after its keyword; returns the names and patterns that declare them.</summary>
    /// <param name="keyword">The kind of the keyword; of <c>let</c> that is a name.</param>
    /// <param name="isFor">Whether it is in the head of a <c>for</c>.</param>
    /// <param name="hasValue">Whether the last variable has a value.</param>
    public List<Node> ParseVariables(TokenKind keyword, bool isFor, out bool hasValue)
    {
        var patterns = new List<Node>();
        hasValue = false;
        do
        {
            var pattern = grammar.Patterns.ParseBinding();
            grammar.EarlyErrors.CheckPattern(pattern, keyword == TokenKind.Var ? BindingKind.Var : BindingKind.Lexical);
            if (keyword == TokenKind.Const || pattern.Kind != NodeKind.Identifier)
            {
                _tokens.Resume();
            }

            hasValue = _tokens.Eat(TokenKind.Assign);
            if (hasValue)
            {
                grammar.Expressions.ParseAssignment(isFor);
            }
            else if (keyword == TokenKind.Const && !(_tokens.Kind == TokenKind.In || _tokens.IsContextual("of")))
            {
                _tokens.FailUnexpected();
            }
            else if (pattern.Kind != NodeKind.Identifier && !(isFor && (_tokens.Kind == TokenKind.In || _tokens.IsContextual("of"))))
            {
                _tokens.Fail(_tokens.LastEnd, "A pattern needs a value: add `=` and the value");
            }

            patterns.Add(pattern);
        }
        while (_tokens.Eat(TokenKind.Comma));

        return patterns;
    }

    private List<Node> ParseVariableStatement(StatementPlace place)
    {
        var keyword = _tokens.Kind;
        if (keyword != TokenKind.Var)
        {
            RequireList(place, _tokens.Start);
        }

        _tokens.Next();
        var patterns = ParseVariables(keyword, isFor: false, out _);
        _tokens.ExpectSemicolon();
        return patterns;
    }

    private Node ParseFunction(StatementPlace place, bool isAsync)
    {
        var start = _tokens.Start;
        RequireList(place, isAsync ? _tokens.LastStart : start);
        _tokens.Next();
        return grammar.Functions.ParseFunction(start, FunctionForm.Statement, isAsync);
    }

    private void RequireList(StatementPlace place, int start)
    {
        if (place == StatementPlace.Single)
        {
            _tokens.FailUnexpected(start);
        }
    }
}
