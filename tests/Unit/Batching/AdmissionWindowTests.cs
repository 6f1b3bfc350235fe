using FastMd.Engine.Batching;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Batching;

public sealed class AdmissionWindowTests
{
    [Fact]
    public void A_document_larger_than_the_budget_is_charged_the_whole_of_it()
    {
        var window = new AdmissionWindow(workingBytes: 1000, resultSlots: 10);

        Assert.Equal(1000, window.TryAdmit(5000));
        Assert.Null(window.TryAdmit(1));
        window.Complete(1000, heldByResult: 0);
        Assert.Equal(1, window.TryAdmit(1));
    }

    [Fact]
    public void A_document_larger_than_what_is_left_waits()
    {
        var window = new AdmissionWindow(workingBytes: 1000, resultSlots: 10);

        Assert.Equal(600, window.TryAdmit(600));
        Assert.Null(window.TryAdmit(401));
        Assert.Equal(400, window.TryAdmit(400));
    }

    [Fact]
    public void What_a_parked_result_holds_stays_charged_until_it_is_emitted()
    {
        var window = new AdmissionWindow(workingBytes: 1000, resultSlots: 10);
        window.TryAdmit(1000);

        var held = window.Complete(1000, heldByResult: 300);

        Assert.Equal(300, held);
        Assert.Null(window.TryAdmit(701));
        window.Emit(held);
        Assert.Equal(1000, window.TryAdmit(1000));
    }

    [Fact]
    public void A_slot_comes_back_when_the_result_is_emitted_and_not_before()
    {
        var window = new AdmissionWindow(workingBytes: 1000, resultSlots: 1);
        window.TryAdmit(10);
        window.Complete(10, 0);

        Assert.Null(window.TryAdmit(10));
        window.Emit(0);
        Assert.Equal(10, window.TryAdmit(10));
    }

    [Fact]
    public void Neither_budget_is_ever_exceeded_and_all_of_both_comes_back()
    {
        Prop.ForAll<int, PositiveInt[]>((seed, sizes) =>
        {
            const long Bytes = 500;
            const int Slots = 7;
            var window = new AdmissionWindow(Bytes, Slots);
            var random = new Random(seed);
            var running = new List<long>();
            var parked = new List<long>();
            var waiting = new Queue<long>(sizes.Select(size => (long)size.Get * 7));
            while (waiting.Count + running.Count + parked.Count > 0)
            {
                var choice = random.Next(3);
                if (choice == 0 && waiting.TryPeek(out var estimate) && window.TryAdmit(estimate) is { } charge)
                {
                    waiting.Dequeue();
                    running.Add(charge);
                }
                else if (choice == 1 && running.Count > 0)
                {
                    var at = random.Next(running.Count);
                    parked.Add(window.Complete(running[at], heldByResult: random.Next(200)));
                    running.RemoveAt(at);
                }
                else if (choice == 2 && parked.Count > 0)
                {
                    var at = random.Next(parked.Count);
                    window.Emit(parked[at]);
                    parked.RemoveAt(at);
                }

                if (window.BytesInUse is < 0 or > Bytes || window.SlotsInUse is < 0 or > Slots)
                {
                    return false;
                }
            }

            return window is { BytesInUse: 0, SlotsInUse: 0 };
        }).QuickCheckThrowOnFailure();
    }
}
