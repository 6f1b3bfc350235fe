using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;

namespace FastMd.PowerShell.Running;

/// <summary>
/// The values of <c>$using:</c> in a script block that will run in another runspace: taken where the cmdlet was called, once, and handed over the way
/// the shell itself does for its own parallel loops.
/// </summary>
internal sealed class UsingValues
{
    /// <summary>The parameter by which a script gets them.</summary>
    public const string Parameter = "--%";

    private const string Prefix = "using:";

    private static readonly object Missing = new();

    private UsingValues(Dictionary<string, object?> values, string identity) => (Values, Identity) = (values, identity);

    /// <summary>The values, by the keys that the compiler of the shell gives them.</summary>
    public Dictionary<string, object?> Values { get; }

    /// <summary>Those that are text, numbers and the like, as text; of others, the types.</summary>
    public string Identity { get; }

    /// <summary>Takes them.</summary>
    /// <param name="script">The script block.</param>
    /// <param name="cmdlet">The cmdlet that it was given to.</param>
    /// <exception cref="ArgumentException">There is no such variable, or it holds what cannot be handed over.</exception>
    public static UsingValues Of(ScriptBlock script, PSCmdlet cmdlet)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var identity = new StringBuilder();
        foreach (var expression in script.Ast.FindAll(static part => part is UsingExpressionAst, searchNestedScriptBlocks: true).Cast<UsingExpressionAst>())
        {
            if (values.ContainsKey(KeyOf(expression)))
            {
                continue;
            }

            var value = ValueOf(expression, cmdlet);
            if (value == Missing)
            {
                if (!IsInner(expression, script.Ast))
                {
                    throw new ArgumentException($"-ProcessWith: there is no variable for '{expression.Extent.Text}'.");
                }

                // It is for a loop inside, whose variables come to be when it runs.
                continue;
            }

            if (Plain(value) is ScriptBlock)
            {
                throw new ArgumentException($"-ProcessWith: '{expression.Extent.Text}' is a script block, which cannot leave its runspace; hand over its text.");
            }

            values[KeyOf(expression)] = value;
            identity.Append(CultureInfo.InvariantCulture, $"{expression.Extent.Text}={IdentityOf(Plain(value))}\n");
        }

        return new(values, identity.ToString());
    }

    /// <summary>As the compiler of the shell makes them: names of variables ignore case, what is in brackets does not.</summary>
    private static string KeyOf(UsingExpressionAst expression)
    {
        var text = expression.SubExpression is VariableExpressionAst ? expression.ToString().ToLowerInvariant() : expression.ToString();
        return Convert.ToBase64String(Encoding.Unicode.GetBytes(text));
    }

    private static object? ValueOf(UsingExpressionAst expression, PSCmdlet cmdlet)
    {
        var variable = UsingExpressionAst.ExtractUsingVariable(expression).VariablePath.UserPath;
        var name = variable.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? variable[Prefix.Length..] : variable;
        var value = cmdlet.SessionState.PSVariable.GetValue(name, Missing);
        if (value == Missing && cmdlet.SessionState.PSVariable.Get(name) is not null)
        {
            // The shell takes a variable without a value for none.
            value = null;
        }

        if (value == Missing || expression.SubExpression is VariableExpressionAst)
        {
            return value;
        }

        // A property or an element of it.
        var text = expression.SubExpression.Extent.Text;
        var at = text.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        var there = ScriptBlock.Create(at < 0 ? text : text.Remove(at, Prefix.Length));
        var found = cmdlet.InvokeCommand.InvokeScript(useLocalScope: false, there, null, null);
        return found.Count == 1 ? found[0] : found.Select(Plain).ToArray();
    }

    private static bool IsInner(Ast part, Ast whole)
    {
        for (var around = part.Parent; around is not null && around != whole; around = around.Parent)
        {
            if (around is ScriptBlockExpressionAst)
            {
                return true;
            }
        }

        return false;
    }

    private static object? Plain(object? value) => value is PSObject { BaseObject: var inner and not PSCustomObject } ? inner : value;

    private static string IdentityOf(object? value) => value switch
    {
        null => "",
        string or bool or Enum or DateTime or DateTimeOffset or TimeSpan or Guid or Uri => $"{value}",
        IFormattable and ValueType => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items and Array => string.Join(';', items.Cast<object?>().Select(static item => IdentityOf(Plain(item)))),
        _ => value.GetType().FullName ?? "",
    };
}
