using System.Management.Automation;

namespace FastMd.Tests.OtherModule;

/// <summary>Uses its own Markdig and YamlDotNet, and says which they are.</summary>
[Cmdlet(VerbsCommon.Get, "OtherModuleVersion")]
[OutputType(typeof(PSObject))]
public sealed class GetOtherModuleVersionCommand : PSCmdlet
{
    protected override void EndProcessing()
    {
        var answer = new PSObject();
        answer.Properties.Add(new PSNoteProperty("Html", Markdig.Markdown.ToHtml("*other*").Trim()));
        answer.Properties.Add(new PSNoteProperty("Yaml", new YamlDotNet.Serialization.Deserializer().Deserialize<string>("other")));
        answer.Properties.Add(new PSNoteProperty("Markdig", typeof(Markdig.Markdown).Assembly.GetName().Version));
        answer.Properties.Add(new PSNoteProperty("YamlDotNet", typeof(YamlDotNet.Serialization.Deserializer).Assembly.GetName().Version));
        WriteObject(answer);
    }
}
