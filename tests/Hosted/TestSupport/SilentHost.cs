using System.Globalization;
using System.Management.Automation.Host;

namespace FastMd.Tests.Hosted.TestSupport;

/// <summary>A host with nobody in front of it: it has no user interface at all.</summary>
internal sealed class SilentHost : PSHost
{
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Silent";

    public override PSHostUserInterface UI => null!;

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
