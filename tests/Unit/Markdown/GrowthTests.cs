using System.Globalization;
using FastMd.Growth;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>
/// Documents made to be slow cost as much more as they are longer, and not the square of it. bench/growth looks at the same documents up
/// to a megabyte.
/// </summary>
[Collection(Alone.Name)]
public class GrowthTests
{
    private const int Small = 16 * 1024;
    private const int Large = 4 * Small;
    private const int Tries = 6;

    // Two and a half for each doubling; it would be sixteen.
    private const double MostGrowth = 2.5 * 2.5;

    private static readonly TimeSpan Unmeasurable = TimeSpan.FromMilliseconds(10);

    public static TheoryData<string, string> Documents
    {
        get
        {
            var documents = new TheoryData<string, string>();
            foreach (var reading in Reading.All)
            {
                foreach (var input in reading.Inputs)
                {
                    documents.Add(reading.Name, input.Key);
                }
            }

            return documents;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Time_grows_with_the_document_and_not_with_its_square(string read, string name)
    {
        var reading = Reading.All.Single(reading => reading.Name == read);
        var input = reading.Inputs.Single(input => input.Key == name).Value;
        string small = input(Small), large = input(Large);
        reading.Convert(small);

        // Whatever else the machine does makes a document slower, and never faster.
        TimeSpan once = TimeSpan.MaxValue, fourTimes = TimeSpan.MaxValue;
        for (var i = 0; i < Tries && !IsBounded(); i++)
        {
            once = Least(once, small);
            fourTimes = Least(fourTimes, large);
        }

        Assert.True(IsBounded(), string.Create(CultureInfo.InvariantCulture, $"{once.TotalMilliseconds} ms, {fourTimes.TotalMilliseconds} ms for four times as much."));

        TimeSpan Least(TimeSpan least, string document)
        {
            var time = ThreadClock.Measure(() => reading.Convert(document));
            return time < least ? time : least;
        }

        bool IsBounded() => fourTimes < Unmeasurable || (once < TimeSpan.MaxValue && fourTimes / once <= MostGrowth);
    }
}
