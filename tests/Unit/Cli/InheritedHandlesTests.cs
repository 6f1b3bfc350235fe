using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

public class InheritedHandlesTests
{
    [Theory]
    [InlineData("pos:\t0\nflags:\t02000000\nmnt_id:\t16\n", true)]
    [InlineData("pos:\t0\nflags:\t02100001\n", true)]
    [InlineData("pos:\t0\nflags:\t0100002\nmnt_id:\t25\n", false)]
    [InlineData("", false)]
    public void A_file_that_is_not_handed_on_was_opened_by_the_program_itself(string description, bool isOwn)
        => Assert.Equal(isOwn, InheritedHandles.IsOwn(description));

    [Fact]
    public void A_stream_of_which_the_system_can_say_nothing_is_taken_for_the_callers()
        => Assert.True(InheritedHandles.Includes(static () => throw new IOException("Too many open files")));
}
