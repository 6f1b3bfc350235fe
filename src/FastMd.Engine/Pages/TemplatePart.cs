namespace FastMd.Engine.Pages;

/// <summary>A piece of a template.</summary>
internal abstract record TemplatePart
{
    /// <summary>Text that stands in every page as it is.</summary>
    /// <param name="Utf8">The text.</param>
    public sealed record Text(byte[] Utf8) : TemplatePart;

    /// <summary><c>{{content}}</c>.</summary>
    public sealed record Content : TemplatePart;

    /// <summary><c>{{toc}}</c>.</summary>
    public sealed record Contents : TemplatePart;

    /// <summary><c>{{key}}</c> or <c>{{{key}}}</c>.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="IsHtml">Whether the value is taken for HTML, not for text.</param>
    /// <param name="Line">Line in the template, from 1.</param>
    /// <param name="Column">Column in the template, from 1.</param>
    public sealed record Value(string Key, bool IsHtml, int Line, int Column) : TemplatePart;

    /// <summary><c>{{#key}}...{{/key}}</c> or <c>{{^key}}...{{/key}}</c>.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="IsInverted">Whether the parts stand where there is no value.</param>
    /// <param name="Parts">What is in it.</param>
    public sealed record Section(string Key, bool IsInverted, IReadOnlyList<TemplatePart> Parts) : TemplatePart;
}
