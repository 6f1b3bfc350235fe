using System.Xml.Linq;

namespace FastMd.Build.HelpGenerator;

/// <summary>Writes help in the XML that <c>Get-Help</c> reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(IEnumerable<CmdletHelp> cmdlets, string path) => new XDocument(
        new XDeclaration("1.0", "utf-8", null),
        new XElement(Root + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(CommandElement))).Save(path);

    private static XElement CommandElement(CmdletHelp cmdlet) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        Details(cmdlet),
        Text(Maml + "description", cmdlet.Description),
        new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => SyntaxItem(cmdlet, set))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(Parameter)),
        new XElement(Command + "inputTypes", cmdlet.Inputs.Select(type => Type(Command + "inputType", type))),
        new XElement(Command + "returnValues", cmdlet.Outputs.Select(type => Type(Command + "returnValue", type))),
        new XElement(Maml + "alertSet", Text(Maml + "alert", cmdlet.Notes)),
        new XElement(Command + "examples", cmdlet.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", cmdlet.Links.Select(Link)));

    private static XElement Details(CmdletHelp cmdlet)
    {
        var (verb, noun) = cmdlet.Name.Split('-', 2) is [var first, var second] ? (first, second) : (cmdlet.Name, "");
        return new(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", verb),
            new XElement(Command + "noun", noun),
            Text(Maml + "description", cmdlet.Synopsis));
    }

    private static XElement SyntaxItem(CmdletHelp cmdlet, string set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        cmdlet.Parameters.Where(parameter => parameter.IsIn(set)).OrderBy(parameter => parameter.Position, StringComparer.Ordinal).Select(Parameter));

    private static XElement Parameter(ParameterHelp parameter) => new(
        Command + "parameter",
        new XAttribute("required", parameter.Required),
        new XAttribute("variableLength", "true"),
        new XAttribute("globbing", parameter.Wildcards),
        new XAttribute("pipelineInput", parameter.PipelineInput),
        new XAttribute("position", parameter.Position),
        new XAttribute("aliases", parameter.Aliases),
        new XElement(Maml + "name", parameter.Name),
        Text(Maml + "description", parameter.Description),
        parameter.AcceptedValues.Count == 0
            ? null
            : new XElement(Command + "parameterValueGroup", parameter.AcceptedValues.Select(value => Value(value, "false"))),
        parameter.IsSwitch ? null : Value(parameter.Type, "true"),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type)),
        new XElement(Dev + "defaultValue", parameter.Default));

    private static XElement Value(string text, string required)
        => new(Command + "parameterValue", new XAttribute("required", required), new XAttribute("variableLength", "false"), text);

    private static XElement Type(XName name, TypeHelp type)
        => new(name, new XElement(Dev + "type", new XElement(Maml + "name", type.Name)), Text(Maml + "description", type.Description));

    private static XElement Example(ExampleHelp example) => new(
        Command + "example",
        new XElement(Maml + "title", example.Title),
        new XElement(Dev + "code", example.Code),
        Text(Dev + "remarks", example.Remarks));

    private static XElement Link(LinkHelp link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", link.Text),
        new XElement(Maml + "uri", link.Address.StartsWith("http", StringComparison.Ordinal) ? link.Address : ""));

    private static XElement Text(XName name, IEnumerable<string> paragraphs)
        => new(name, paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph)));
}
