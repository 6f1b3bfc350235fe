using System.Runtime.InteropServices;
using FastMd.Engine.Workers.Launching;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Workers.Launching;

public sealed class WorkerProgramsTests : IDisposable
{
    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>The runtime that runs this process, where one does: it is preferred to all others.</summary>
    private static readonly string? OwnRuntime = Path.GetFileName(Environment.ProcessPath) == $"dotnet{Extension}" ? Environment.ProcessPath : null;

    private readonly TemporaryFolder _module = new();
    private readonly TemporaryFolder _runtimes = new();
    private readonly Dictionary<string, string> _variables = [];

    public WorkerProgramsTests() => _variables["XDG_CACHE_HOME"] = _module.At("caches");

    public void Dispose()
    {
        _module.Dispose();
        _runtimes.Dispose();
    }

    [Fact]
    public void The_platform_is_called_as_folders_of_executables_are()
    {
        Assert.Equal(RuntimeInformation.RuntimeIdentifier.Split('-')[^1], WorkerPrograms.Platform.Split('-')[1]);
        Assert.Contains(WorkerPrograms.Platform.Split('-')[0], new[] { "linux", "osx", "win" });
        Assert.DoesNotContain(WorkerPrograms.Platform, char.IsUpper);
    }

    [Fact]
    public void A_native_executable_of_this_platform_is_used_before_a_managed_one()
    {
        var native = Native(WorkerPrograms.Platform);
        Managed();
        Runtime("sdk");

        var program = Found();

        Assert.NotNull(program);
        Assert.Equal((native, true), (program.Path, program.IsNative));
        Assert.Equal(["worker"], program.Arguments);
    }

    [Fact]
    public void A_native_executable_that_came_without_its_bit_gets_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There files have no such bit.");
        var native = Native(WorkerPrograms.Platform);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(native, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Assert.Equal(native, Found()?.Path);
            Assert.True(File.GetUnixFileMode(native).HasFlag(UnixFileMode.UserExecute));
        }
    }

    [Fact]
    public void A_native_executable_that_cannot_be_executed_and_not_be_copied_is_none()
    {
        using var disk = new SmallDisk("size=64k");
        foreach (var path in new[] { $"bin/{WorkerPrograms.Platform}/fastmd", "bin/managed/fastmd.dll", "bin/managed/fastmd.runtimeconfig.json" })
        {
            var file = Path.Combine([disk.Path, .. path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "x");
        }

        Assert.True(SmallDisk.Remount(disk.Path, "ro"));
        _variables["XDG_CACHE_HOME"] = Path.Combine(disk.Path, "caches");
        var runtime = Runtime("sdk");

        var program = WorkerPrograms.OfModule(disk.Path, Variable);

        Assert.NotNull(program);
        Assert.Equal((OwnRuntime ?? runtime, false), (program.Path, program.IsNative));
    }

    [Fact]
    public void Without_a_native_executable_of_this_platform_the_managed_one_is_run_by_the_runtime_on_the_path()
    {
        Native("linux-6502");
        var library = Managed();
        var runtime = Runtime("sdk");
        Runtime("other");

        var program = Found();

        Assert.NotNull(program);
        Assert.Equal((OwnRuntime ?? runtime, false), (program.Path, program.IsNative));
        Assert.Equal([library, "worker"], program.Arguments);
    }

    [Fact]
    public void The_runtime_that_the_environment_names_is_used_before_one_on_the_path()
    {
        Managed();
        Runtime("sdk");
        _variables["DOTNET_ROOT"] = Path.GetDirectoryName(Runtime("root", isOnPath: false))!;

        Assert.Equal(OwnRuntime ?? _runtimes.At("root", $"dotnet{Extension}"), Found()?.Path);
    }

    [Fact]
    public void A_folder_on_the_path_that_has_no_runtime_is_passed_over()
    {
        Managed();
        _variables["PATH"] = string.Join(Path.PathSeparator, _runtimes.At("nothing"), "", _runtimes.Path);
        var runtime = Runtime("sdk");

        Assert.Equal(OwnRuntime ?? runtime, Found()?.Path);
    }

    [Theory]
    [InlineData("bin/managed/fastmd.dll")]
    [InlineData("bin/managed/fastmd.runtimeconfig.json")]
    public void A_managed_executable_that_lacks_a_part_is_none(string part)
    {
        Managed();
        Runtime("sdk");
        Assert.NotNull(Found());

        File.Delete(_module.At(part.Split('/')));

        Assert.Null(Found());
    }

    [Fact]
    public void A_module_that_brings_nothing_has_no_worker()
    {
        Runtime("sdk");

        Assert.Null(Found());
        Assert.Null(WorkerPrograms.OfModule(_module.At("missing"), Variable));
    }

    [Fact]
    public void A_managed_executable_without_a_runtime_is_none()
    {
        Assert.SkipUnless(OwnRuntime is null, "The runtime that runs this process is one.");
        Managed();

        Assert.Null(Found());
        _variables["PATH"] = _runtimes.Path;
        Assert.Null(Found());
    }

    [Fact]
    public void What_is_relative_on_the_path_depends_on_where_one_stands_and_is_ignored()
    {
        Assert.SkipUnless(OwnRuntime is null, "The runtime that runs this process is used.");
        Managed();
        var runtime = Runtime("sdk", isOnPath: false);
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetDirectoryName(runtime)!);
        Assert.True(File.Exists(Path.Combine(relative, Path.GetFileName(runtime))));
        _variables["PATH"] = relative;
        _variables["DOTNET_ROOT"] = relative;

        Assert.Null(Found());

        _variables["PATH"] = relative + Path.PathSeparator + Path.GetDirectoryName(runtime);
        Assert.Equal(runtime, Found()?.Path);
    }

    [Fact]
    public void This_process_is_a_worker_by_the_library_beside_it()
    {
        var runtime = Runtime("sdk");
        var library = Path.Combine(AppContext.BaseDirectory, "fastmd.dll");
        Assert.True(File.Exists(library));

        var program = WorkerPrograms.OfThisProcess(Variable);

        Assert.NotNull(program);
        Assert.Equal((OwnRuntime ?? runtime, false), (program.Path, program.IsNative));
        Assert.Equal([library, "worker"], program.Arguments);
    }

    private WorkerProgram? Found() => WorkerPrograms.OfModule(_module.Path, Variable);

    private string? Variable(string name) => _variables.GetValueOrDefault(name);

    private string Native(string platform)
    {
        var native = _module.Write($"bin/{platform}/fastmd{Extension}", "native");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(native, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return native;
    }

    private string Managed()
    {
        _module.Write("bin/managed/fastmd.runtimeconfig.json", "{}");
        return _module.Write("bin/managed/fastmd.dll", "managed");
    }

    private string Runtime(string folder, bool isOnPath = true)
    {
        var runtime = _runtimes.Write($"{folder}/dotnet{Extension}", "runtime");
        if (isOnPath)
        {
            _variables["PATH"] = string.Join(Path.PathSeparator, ((string?[])[_variables.GetValueOrDefault("PATH"), Path.GetDirectoryName(runtime)]).OfType<string>());
        }

        return runtime;
    }
}
