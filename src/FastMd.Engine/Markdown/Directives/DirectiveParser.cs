using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Directives;

/// <summary>
/// Reads container directives as Docusaurus, Starlight and VitePress write them: <c>:::note</c>, <c>:::note Title</c>, <c>:::note[Title]{open}</c>,
/// <c>::: details Title</c>. A line of as many colons ends the innermost one.
/// </summary>
internal sealed partial class DirectiveParser : BlockParser
{
    private const int FewestColons = 3;

    private readonly bool _hasIndentedCode;

    /// <param name="hasIndentedCode">Whether four columns of indentation make a line code.</param>
    public DirectiveParser(bool hasIndentedCode)
    {
        _hasIndentedCode = hasIndentedCode;
        OpeningCharacters = [':'];
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if ((_hasIndentedCode && processor.IsCodeIndent) || !processor.Line.AsSpan().StartsWith(":::"))
        {
            return BlockState.None;
        }

        var line = processor.Line;
        if (Opening().Match(line.Text, line.Start, line.Length) is not { Success: true } opening)
        {
            return BlockState.None;
        }

        var colons = opening.Groups["colons"].Length;
        var name = opening.Groups["name"].Value.ToLowerInvariant();
        if (name == DirectiveNames.Mermaid)
        {
            // Azure DevOps writes diagrams so: what is in it is no Markdown.
            var code = new FencedCodeBlock(processor.Parsers.Find<FencedCodeBlockParser>()!)
            {
                Column = processor.Column,
                Span = new(processor.Start, line.End),
                FencedChar = ':',
                OpeningFencedCharCount = colons,
                Info = name,
            };
            code.GetAttributes().AddClass("language-" + name);
            processor.NewBlocks.Push(code);
            return BlockState.ContinueDiscard;
        }

        var attributes = opening.Groups["attributes"].Value;
        var block = new DirectiveBlock(this, name, colons)
        {
            Column = processor.Column,
            Span = new(processor.Start, line.End),
            IsOpenFirst = OpenFlag().IsMatch(attributes),
        };
        if (LabelOf(opening) is { Length: > 0 } label)
        {
            AddLabel(block, processor, label);
        }

        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var directive = (DirectiveBlock)block;
        var line = processor.Line.AsSpan().TrimEnd();
        if (processor.IsCodeIndent || line.Length < directive.Colons || line.ContainsAnyExcept(':') || BelongsToInner(processor, directive, line.Length))
        {
            return BlockState.Continue;
        }

        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        ((DirectiveBlock)block).IsEnded = true;
        return true;
    }

    private void AddLabel(DirectiveBlock block, BlockProcessor processor, Group label)
    {
        var slice = new StringSlice(processor.Line.Text, label.Index, label.Index + label.Length - 1);
        slice.Trim();
        var leaf = new DirectiveLabel(this) { Column = processor.Column, Line = processor.LineIndex, Span = new(slice.Start, slice.End) };
        leaf.AppendLine(ref slice, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        block.Add(leaf);
    }

    private static Group? LabelOf(Match opening)
        => ((string[])["label", "title", "rest"]).Select(name => opening.Groups[name]).FirstOrDefault(static group => group.Success && !group.ValueSpan.IsWhiteSpace());

    /// <summary>Whether a line of colons ends a directive in this one, or is code in it.</summary>
    private static bool BelongsToInner(BlockProcessor processor, DirectiveBlock directive, int colons)
    {
        Block inner = directive;
        var isInList = false;
        while (inner is ContainerBlock { LastChild: { } last })
        {
            inner = last;
            isInList |= inner is ListItemBlock;
            if (inner is DirectiveBlock { IsEnded: false } other && other.Colons <= colons && (!isInList || processor.Indent > 0))
            {
                return true;
            }
        }

        return inner is FencedCodeBlock { ClosingFencedCharCount: 0 } && (!isInList || processor.Indent > 0);
    }

    [GeneratedRegex(
        """^(?<colons>:{3,})[ \t]*(?<name>[A-Za-z][\w-]*)(?:[ \t]*\[(?<label>(?:[^\[\]\\\r\n]|\\.|\[[^\]\r\n]*\])*)\])?(?:[ \t]*\{(?<attributes>(?:[^{}\r\n]*?\btitle=["'](?<title>[^"'{}\r\n]*)["'])?[^{}\r\n]*)\})?(?:[ \t]+(?<rest>[^\r\n:](?:[^\r\n]*[^\r\n:])?))?[ \t]*$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\bopen\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenFlag();
}
