using FastMd.Engine.Components;
using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Evaluation;
using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Evaluation;

/// <summary>What the names in a document stand for, as far as that is known without running code.</summary>
/// <param name="statements">Its imports and exports.</param>
/// <param name="frontMatter">Its front matter.</param>
/// <param name="properties">What it was given by the document that includes it; null where none does.</param>
internal sealed class DocumentScope(
    IReadOnlyList<EsmStatement> statements, IReadOnlyDictionary<string, object?>? frontMatter, IReadOnlyDictionary<string, object?>? properties = null)
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".mp4", ".webm", ".pdf"];

    private StaticEvaluator? _evaluator;
    private Dictionary<string, Import>? _imports;

    /// <summary>Where an imported name comes from; null for a name that is not imported.</summary>
    public Import? ImportOf(string name) => Imports.TryGetValue(name, out var import) ? import : null;

    /// <summary>Whether the document declares a name itself.</summary>
    public bool Declares(string name) => statements.Any(statement => statement.Declared.Contains(name));

    /// <summary>The element that code consists of; null where it is anything else.</summary>
    public static JsxElement? OnlyElement(CodeFragment code)
        => code.Elements is [var only] && code.Text.AsSpan(code.Start, code.End - code.Start).Trim().Length == only.End - only.Start ? only : null;

    /// <summary>Evaluates an expression; false where its value is known at run time only.</summary>
    public bool TryEvaluate(CodeFragment code, out object? value)
    {
        if (code.Literal is { } literal)
        {
            value = literal;
            return true;
        }

        return Evaluator.TryEvaluate(code, out value);
    }

    /// <summary>Evaluates an attribute; false where its value is known at run time only, or is an element.</summary>
    public bool TryEvaluate(JsxAttribute attribute, out object? value)
    {
        value = attribute.Text;
        return attribute.Text is not null
            || (attribute.Element is null && (attribute.Code is { } code ? TryEvaluate(code, out value) : (value = true) is true));
    }

    /// <summary>A property of an element; null where it is not given.</summary>
    public static JsxAttribute? Find(IReadOnlyList<JsxAttribute> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name == name)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The element that a property is; null where it is anything else.</summary>
    public static JsxElement? ElementOf(JsxAttribute attribute)
        => attribute.Element ?? (attribute.Code is { } code ? OnlyElement(code) : null);

    /// <summary>The text that a property is; null where it is not given, or none that is known.</summary>
    public string? TextOf(IReadOnlyList<JsxAttribute> attributes, string name) => Find(attributes, name) is { } attribute ? TextOf(attribute) : null;

    /// <summary>The text that a property is; null where it is none that is known.</summary>
    public string? TextOf(JsxAttribute attribute) => TryEvaluate(attribute, out var value) ? StaticEvaluator.TextOf(value) : null;

    /// <summary>Whether a property is given, and is not false.</summary>
    public bool IsOn(IReadOnlyList<JsxAttribute> attributes, string name)
        => Find(attributes, name) is { } attribute && TryEvaluate(attribute, out var value) && value is not (null or false or "false");

    /// <summary>The texts that a property holds, each for an item: texts themselves, or objects with a label; null where it is no list.</summary>
    public IReadOnlyList<string>? LabelsOf(IReadOnlyList<JsxAttribute> attributes, string name)
        => Find(attributes, name) is { } given && TryEvaluate(given, out var value) && value is IReadOnlyList<object?> items ? [.. items.Select(LabelOf)] : null;

    /// <summary>The text of an item: its own, or its label.</summary>
    public static string LabelOf(object? item)
        => StaticEvaluator.TextOf(item)
            ?? (item is IReadOnlyDictionary<string, object?> named && named.TryGetValue("label", out var label) ? StaticEvaluator.TextOf(label) : null)
            ?? "";

    /// <summary>The word that an alert is called by.</summary>
    /// <param name="tone">The word itself, or the property that holds it.</param>
    /// <param name="attributes">The properties of the alert.</param>
    public string AlertWordOf(string? tone, IReadOnlyList<JsxAttribute> attributes)
        => tone is null ? "note" : AlertTones.KindOf(tone) is not null ? tone : TextOf(attributes, tone) ?? "note";

    /// <summary>The properties that a component is given, as far as they are known.</summary>
    public Dictionary<string, object?> PropertiesOf(IReadOnlyList<JsxAttribute> attributes)
    {
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (attribute.Name is { } name && TryEvaluate(attribute, out var value))
            {
                properties[name] = value;
            }
        }

        return properties;
    }

    private Dictionary<string, Import> Imports
        => _imports ??= statements
            .Where(static statement => statement is { Kind: EsmStatementKind.Import, Source: not null })
            .SelectMany(static statement => statement.Specifiers.Select(name => (name.Local, Import: new Import(statement.Source!, name.Outer))))
            .DistinctBy(static name => name.Local)
            .ToDictionary(static name => name.Local, static name => name.Import, StringComparer.Ordinal);

    private StaticEvaluator Evaluator
    {
        get
        {
            if (_evaluator is null)
            {
                _evaluator = new(Constants());
                foreach (var statement in statements)
                {
                    if (statement is { Kind: EsmStatementKind.ExportDeclaration, Declaration: { } declaration })
                    {
                        _evaluator.Declare(declaration);
                    }
                }
            }

            return _evaluator;
        }
    }

    /// <summary>What a document may use without declaring it: front matter, as Docusaurus and Astro call it, and pictures that it imports.</summary>
    private Dictionary<string, object?> Constants()
    {
        var constants = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (frontMatter is not null)
        {
            constants["frontMatter"] = constants["frontmatter"] = frontMatter;
        }

        if (properties is not null)
        {
            constants["props"] = properties;
        }

        foreach (var (name, import) in Imports)
        {
            if (import.Outer == "default" && Pictures.Contains(Path.GetExtension(import.Source), StringComparer.OrdinalIgnoreCase))
            {
                constants[name] = import.Source;
            }
        }

        return constants;
    }

    /// <summary>Where an imported name comes from.</summary>
    /// <param name="Source">The module.</param>
    /// <param name="Outer">Its name there: <c>default</c>, or <c>*</c> for the whole module.</param>
    internal sealed record Import(string Source, string Outer);
}
