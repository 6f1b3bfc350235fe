using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// Early errors of names and targets in strict mode: what cannot be assigned to, is declared twice, or is a reserved word. Modules are
/// always strict.
/// </summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class EarlyErrors(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;

    /// <summary>Makes sure that all targets of a pattern can be assigned to, or declares the names it binds.</summary>
    /// <param name="node">The pattern.</param>
    /// <param name="binding">How its names are bound.</param>
    /// <param name="names">The names of the parameters so far, among which none may come twice; null elsewhere.</param>
    public void CheckPattern(Node node, BindingKind binding, HashSet<string>? names = null)
    {
        if (node.Kind is not (NodeKind.ObjectPattern or NodeKind.ArrayPattern))
        {
            CheckTarget(node, binding, names);
            return;
        }

        foreach (var item in node.Items!)
        {
            if (item is not null)
            {
                CheckPatternElement(item, binding, names);
            }
        }
    }

    /// <summary>Makes sure that something other than a pattern can be assigned to, or declares it.</summary>
    public void CheckTarget(Node node, BindingKind binding, HashSet<string>? names = null)
    {
        switch (node.Kind)
        {
            case NodeKind.Identifier:
                CheckName(node.Name!, node.Start, binding, names);
                break;
            case NodeKind.Member when binding == BindingKind.None:
                break;
            case NodeKind.Parenthesized when binding == BindingKind.None:
                CheckTarget(node.Inner!, binding, names);
                break;
            default:
                _tokens.Fail(node.Start, binding == BindingKind.None ? "This cannot be assigned to" : "This cannot be declared");
                break;
        }
    }

    /// <summary>Declares the names of parameters.</summary>
    public void CheckParameters(List<Node?> parameters)
    {
        var names = parameters.Count > 0 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var parameter in parameters)
        {
            CheckPatternElement(parameter!, BindingKind.Var, names);
        }
    }

    /// <summary>Refuses a reserved word where an identifier has to stand.</summary>
    public void CheckReserved(string name, int offset)
    {
        if (TokenKinds.OfWord(name) != TokenKind.Name)
        {
            FailAtReserved(name, offset);
        }

        CheckIdentifier(name, offset);
    }

    /// <summary>Refuses what is no keyword but cannot be an identifier all the same, in strict mode or where it stands.</summary>
    public void CheckIdentifier(string name, int offset)
    {
        if (name == "arguments")
        {
            if (!grammar.Scopes.AllowsArguments)
            {
                _tokens.Fail(offset, "`arguments` stands only in functions");
            }
        }
        else if (name is "enum" or "await" or "yield" or "let" or "static"
            or "implements" or "interface" or "package" or "private" or "protected" or "public")
        {
            FailAtReserved(name, offset);
        }
    }

    /// <summary>Refuses <c>delete</c> of a name or a private member.</summary>
    public void CheckDelete(int start, Node operand)
    {
        while (operand.Kind is NodeKind.Parenthesized or NodeKind.OptionalChain)
        {
            operand = operand.Inner!;
        }

        if (operand.Kind == NodeKind.Identifier || (operand.Kind == NodeKind.Member && operand.IsPrivate))
        {
            _tokens.Fail(start, "`delete` deletes members only, and no private ones");
        }
    }

    /// <summary>A private name is an expression only left of <c>in</c>.</summary>
    public void RefusePrivateName(Node node)
    {
        if (node.Kind == NodeKind.PrivateName)
        {
            _tokens.Fail(node.Start, "A private name can only stand left of `in`");
        }
    }

    /// <summary>A getter has no parameter, a setter one that is no rest.</summary>
    public void CheckAccessor(bool isGetter, int start, List<Node?> parameters)
    {
        if (parameters.Count != (isGetter ? 0 : 1))
        {
            _tokens.Fail(start, isGetter ? "A getter takes no parameter" : "A setter takes one parameter");
        }

        if (!isGetter && parameters[0]!.Kind == NodeKind.Rest)
        {
            _tokens.Fail(parameters[0]!.Start, "A setter takes one plain parameter");
        }
    }

    private void CheckPatternElement(Node node, BindingKind binding, HashSet<string>? names)
    {
        switch (node.Kind)
        {
            case NodeKind.Property:
                CheckPatternElement(node.Inner!, binding, names);
                break;
            case NodeKind.DefaultPattern or NodeKind.Rest:
                CheckPattern(node.Inner!, binding, names);
                break;
            default:
                CheckPattern(node, binding, names);
                break;
        }
    }

    private void CheckName(string name, int offset, BindingKind binding, HashSet<string>? names)
    {
        if (name is "eval" or "arguments")
        {
            _tokens.Fail(offset, $"`{name}` cannot be assigned to or declared");
        }

        if (binding == BindingKind.None)
        {
            return;
        }

        if (names?.Add(name) == false)
        {
            _tokens.Fail(offset, $"There are two parameters `{name}`");
        }

        if (binding != BindingKind.Outside && !grammar.Scopes.TryDeclare(name, binding))
        {
            _tokens.Fail(offset, $"`{name}` is declared already");
        }
    }

    [DoesNotReturn]
    private void FailAtReserved(string name, int offset) => _tokens.Fail(offset, $"`{name}` is reserved and cannot be a name");
}
