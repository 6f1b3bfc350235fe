using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Identifiers, which are no reserved words, and identifier names, which may be.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class IdentifierParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;

    /// <summary>Parses an identifier: the name of a variable or a label.</summary>
    public Node ParseIdentifier()
    {
        var node = ReadName();
        if (_tokens.Kind.IsKeyword())
        {
            _tokens.Fail(node.Start, $"`{node.Name}` is a word of JavaScript, not a name");
        }

        _tokens.NextAfterName();
        grammar.EarlyErrors.CheckIdentifier(node.Name!, node.Start);
        return node;
    }

    /// <summary>Parses an identifier name: the name of a member or an export, for which reserved words will do.</summary>
    public Node ParseIdentifierName()
    {
        var node = ReadName();
        _tokens.NextAfterName();
        return node;
    }

    private Node ReadName()
    {
        _tokens.Resume();
        if (_tokens.Kind != TokenKind.Name && !_tokens.Kind.IsKeyword())
        {
            _tokens.FailUnexpected();
        }

        // Of keywords the tokenizer keeps the value only where they have escapes.
        var name = _tokens.Kind == TokenKind.Name || _tokens.IsEscaped ? _tokens.Value : _tokens.Text[_tokens.Start.._tokens.End];
        return new(NodeKind.Identifier, _tokens.Start, _tokens.End) { Name = name };
    }
}
