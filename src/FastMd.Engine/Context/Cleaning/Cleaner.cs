using FastMd.Engine.Components;
using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.JavaScript.Evaluation;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx;
using FastMd.Engine.Mdx.Evaluation;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Makes plain Markdown of a tree: components, directives, includes, expressions and comments become what they stand for, or nothing.</summary>
/// <param name="job">What is shared with the documents that it includes.</param>
/// <param name="scope">What names in the document stand for.</param>
/// <param name="references">Knows where links lead.</param>
/// <param name="warnings">Is told what is left out.</param>
internal sealed class Cleaner(CleaningJob job, DocumentScope scope, DocumentReferences references, CleaningWarnings warnings)
{
    public CleaningJob Job => job;

    public DocumentScope Scope => scope;

    public CleaningWarnings Warnings => warnings;

    public DocumentReferences References => references;

    private ComponentNodes Components => field ??= new(this);

    private HtmlElements Elements => field ??= new(this);

    private IncludeLines Includes => field ??= new(this);

    /// <summary>Cleans a document.</summary>
    public List<Node> Clean(Fragment document) => Flow(document.Children);

    /// <summary>Cleans nodes that stand among blocks.</summary>
    public List<Node> Flow(List<Node> nodes) => Grouping.ToBlocks(Mixed(nodes));

    /// <summary>Cleans nodes that stand in text.</summary>
    public List<Node> InText(List<Node> nodes) => Grouping.ToText(Mixed(nodes));

    /// <summary>Cleans nodes. What becomes of a component may be blocks or text.</summary>
    public List<Node> Mixed(List<Node> nodes)
    {
        if (nodes.TrueForAll(IsClean))
        {
            return nodes;
        }

        NestingLimit.Check();
        var cleaned = new List<Node>(nodes.Count);
        var isGap = false;
        foreach (var node in nodes)
        {
            var before = cleaned.Count;
            if (isGap && node is Text { IsEscaped: false, Value: [' ', ..] } text && cleaned.Count > 0 && cleaned[^1] is Text { Value: [.., ' '] })
            {
                // What stood between two spaces is gone.
                cleaned.Add(new Text(text.Value.TrimStart(' ')) { Start = text.Start });
            }
            else
            {
                Add(cleaned, node);
            }

            isGap = cleaned.Count == before;
        }

        return cleaned;
    }

    /// <summary>Whether a node stays as it is.</summary>
    private static bool IsClean(Node node) => node is Text or CodeSpan or HardBreak or Autolink or FootnoteMark or MathSpan or Rule or MathNode;

    /// <summary>Where a link leads in the output.</summary>
    public string Resolve(string url, Documents.LinkKind kind, int start) => references.Resolve(url, kind, Math.Max(0, start));

    private void Add(List<Node> cleaned, Node node)
    {
        switch (node)
        {
            case Boundary:
                AddBoundary(cleaned);
                break;
            case Paragraph paragraph:
                if (Includes.Of(paragraph) is { } included)
                {
                    job.IsChanged = true;
                    AddAll(cleaned, included);
                }
                else if (Mixed(paragraph.Children) is var inner && inner != paragraph.Children)
                {
                    AddAll(cleaned, Grouping.ToBlocks(inner, paragraph.Start));
                }
                else
                {
                    cleaned.Add(paragraph);
                }

                break;
            case HeadingNode or TableCellNode:
                var line = (Parent)node;
                line.Children = line.Children.TrueForAll(IsClean) ? line.Children : Grouping.Trimmed([.. InText(line.Children)]);
                cleaned.Add(line);
                break;
            case Emphasis emphasis:
                emphasis.Children = InText(emphasis.Children);
                cleaned.Add(emphasis);
                break;
            case Link link:
                AddAll(cleaned, LinkOf(link));
                break;
            case ExpressionNode expression:
                AddExpression(cleaned, expression);
                break;
            case Element element:
                AddAll(cleaned, OfElement(element));
                break;
            case Directive directive when job.Options.Takes(ContextSteps.Directives):
                job.IsChanged = true;
                AddAll(cleaned, DirectiveNodes.Of(directive, this));
                break;
            case Directive directive:
                if (directive.Label is { } label)
                {
                    label.Children = InText(label.Children);
                }

                directive.Children = Flow(directive.Children);
                cleaned.Add(directive);
                break;
            case TableNode or TableRowNode or ListNode:
                var rows = (Parent)node;
                rows.Children = Mixed(rows.Children);
                cleaned.Add(rows);
                break;
            case Parent parent:
                parent.Children = Flow(parent.Children);
                cleaned.Add(parent);
                break;
            case CodeNode code:
                var whole = Includes.In(code);
                job.IsChanged |= whole != code;
                cleaned.Add(whole);
                break;
            case HtmlNode html:
                AddAll(cleaned, OfHtml(html));
                break;
            case InlineHtml { Text: ['<', '!', '-', '-', ..] } when job.Options.Takes(ContextSteps.Comments):
                break;
            case InlineHtml html:
                cleaned.Add(HtmlReferences.Resolve(html, references));
                break;
            default:
                cleaned.Add(node);
                break;
        }
    }

    // Of elements that nest, each adds boundaries: one says as much as many.
    private static void AddBoundary(List<Node> cleaned)
    {
        if (cleaned.Count == 0 || cleaned[^1] is not Boundary)
        {
            cleaned.Add(new Boundary());
        }
    }

    private static void AddAll(List<Node> cleaned, List<Node> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is Boundary)
            {
                AddBoundary(cleaned);
            }
            else
            {
                cleaned.Add(node);
            }
        }
    }

    private List<Node> OfHtml(HtmlNode html)
    {
        if (Includes.Of(html) is { } included)
        {
            job.IsChanged = true;
            return included;
        }

        var text = job.Options.Takes(ContextSteps.Comments) && html.Text.Contains("<!--", StringComparison.Ordinal) ? HtmlComments.Remove(html.Text) : html.Text;
        if (text.Length != html.Text.Length && text.AsSpan().TrimStart() is ['<', ..] is false && !text.AsSpan().IsWhiteSpace())
        {
            // Behind a comment, what its line holds besides is HTML to Markdown, and Markdown to its author.
            job.IsChanged = true;
            return Mixed(job.Read.Parse(text));
        }

        return text.AsSpan().IsWhiteSpace() ? []
            : [HtmlReferences.Resolve(text.Length == html.Text.Length ? html : new HtmlNode(text) { Start = html.Start }, references)];
    }

    private List<Node> LinkOf(Link link)
    {
        var children = InText(link.Children);
        if (job.Options.StripsUrls)
        {
            job.IsChanged = true;
            return children;
        }

        var url = Resolve(link.Url, link.IsImage ? Documents.LinkKind.Embedded : Documents.LinkKind.Link, link.Start);
        return [new Link { Url = url, Title = link.Title, IsImage = link.IsImage, Start = link.Start, Children = children }];
    }

    private void AddExpression(List<Node> cleaned, ExpressionNode expression)
    {
        if (expression.Code is not { } code)
        {
            return;
        }

        if (scope.TryEvaluate(code, out var value) && StaticEvaluator.TextOf(value) is { } text)
        {
            if (text.Length > 0)
            {
                cleaned.Add(new Text(text));
            }
        }
        else if (DocumentScope.OnlyElement(code) is { } element)
        {
            AddAll(cleaned, OfElement(JsxNodes.Of(element, expression.Start)));
        }
        else
        {
            warnings.NoteLeftOut("An expression", expression.Start);
        }
    }

    /// <summary>What an element becomes.</summary>
    public List<Node> OfElement(Element element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute is { Name: { } property, Text: { Length: > 0 } id } && ReferringAttribute.IsAnchor(element.Name?.Text, property))
            {
                references.AddAnchor(id);
            }
        }

        return element.Name is not { } name ? Mixed(element.Children)
            : name.Kind is JsxNameKind.Tag or JsxNameKind.Namespaced && Elements.TryConvert(element, name.Text) is { } nodes ? nodes
            : Components.Of(element, name);
    }
}

/// <summary>What a document and those that it includes share while they are cleaned.</summary>
/// <param name="options">The options.</param>
/// <param name="registry">What components become.</param>
/// <param name="inclusions">The documents that are being included.</param>
/// <param name="read">Reads a document that is included.</param>
internal sealed class CleaningJob(ContextOptions options, ComponentRegistry registry, Inclusions inclusions, IncludedReader read)
{
    public ContextOptions Options => options;

    public ComponentRegistry Registry => registry;

    public Inclusions Inclusions => inclusions;

    public IncludedReader Read => read;

    /// <summary>Whether anything was made something else than it says in the source.</summary>
    public bool IsChanged { get; set; }
}
