using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// Early errors of names and targets in strict mode: what cannot be assigned to, is declared twice, or is a reserved word. Modules are
/// always strict.
/// </summary>
/// <param name="tokens">The tokens.</param>
/// <param name="scopes">The scopes that names are declared in.</param>
internal sealed class EarlyErrors(Tokenizer tokens, ScopeStack scopes)
{
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
                tokens.Fail(node.Start, binding == BindingKind.None ? "This cannot be assigned to" : "This cannot be declared");
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
        if (name == "arguments")
        {
            if (!scopes.AllowsArguments)
            {
                tokens.Fail(offset, "`arguments` stands only in functions");
            }
        }
        else if (TokenKinds.IsReserved(name))
        {
            tokens.Fail(offset, $"`{name}` is reserved and cannot be a name");
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
            tokens.Fail(start, "`delete` deletes members only, and no private ones");
        }
    }

    /// <summary>A private name is an expression only left of <c>in</c>.</summary>
    public void RefusePrivateName(Node node)
    {
        if (node.Kind == NodeKind.PrivateName)
        {
            tokens.Fail(node.Start, "A private name can only stand left of `in`");
        }
    }

    /// <summary>A getter has no parameter, a setter one that is no rest.</summary>
    public void CheckAccessor(bool isGetter, int start, List<Node?> parameters)
    {
        if (parameters.Count != (isGetter ? 0 : 1))
        {
            tokens.Fail(start, isGetter ? "A getter takes no parameter" : "A setter takes one parameter");
        }

        if (!isGetter && parameters[0]!.Kind == NodeKind.Rest)
        {
            tokens.Fail(parameters[0]!.Start, "A setter takes one plain parameter");
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
            tokens.Fail(offset, $"`{name}` cannot be assigned to or declared");
        }

        if (binding == BindingKind.None)
        {
            return;
        }

        if (names?.Add(name) == false)
        {
            tokens.Fail(offset, $"There are two parameters `{name}`");
        }

        if (binding != BindingKind.Outside && !scopes.TryDeclare(name, binding))
        {
            tokens.Fail(offset, $"`{name}` is declared already");
        }
    }
}
