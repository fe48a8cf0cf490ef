using System.Globalization;

namespace LegalService.Interviews.Tests.Calculators;

/// <summary>Worked by hand from the statute, edge cases included: months of partial years, caps, leap years, thresholds.</summary>
public sealed class WorkedExamples
{
    [Theory]
    // 50 up to 10,000.
    [InlineData("kind=property, amount=0, halved=no", "50")]
    [InlineData("kind=property, amount=10000, halved=no", "50")]
    // 50 + 40,000 at 2.5%.
    [InlineData("kind=property, amount=50000, halved=no", "1050")]
    [InlineData("kind=property, amount=100000, halved=no", "2300")]
    // 2,300 + 100,000 at 2%.
    [InlineData("kind=property, amount=200000, halved=no", "4300")]
    // 4,300 + 300,000 at 1.5% = 8,800; + 500,000 at 1% = 13,800.
    [InlineData("kind=property, amount=1000000, halved=no", "13800")]
    // 13,800 + 9,000 + 24,000 + 35,000 + 60,000 + 50,000 for the six parts up to 30 million.
    [InlineData("kind=property, amount=30000000, halved=no", "191800")]
    [InlineData("kind=property, amount=50000, halved=yes", "525")]
    [InlineData("kind=labour, halved=no", "10")]
    [InlineData("kind=labour, halved=yes", "5")]
    [InlineData("kind=administrative, halved=no", "50")]
    // A divorce with 200,000 costs nothing for the property; above it half a percent of what is above.
    [InlineData("kind=divorce, amount=200000, halved=no", "0")]
    [InlineData("kind=divorce, amount=500000, halved=no", "1500")]
    // 50,000 at 1% and 100,000 at 0.5%.
    [InlineData("kind=personality, amount=200000, halved=no", "1000")]
    [InlineData("kind=personality, amount=50000, halved=no", "0")]
    // 50 + 490,000 at 1.5% + 100,000 at 1%.
    [InlineData("kind=enforcement, amount=600000", "8400")]
    // 30 + 99,000 at 1% + 100,000 at 0.5%; and the most there is.
    [InlineData("kind=preservation, amount=200000", "1520")]
    [InlineData("kind=preservation, amount=5000000", "5000")]
    [InlineData("kind=preservation, amount=1000", "30")]
    // A third of 1,050.
    [InlineData("kind=paymentOrder, amount=50000", "350")]
    public void Court_fees(string answers, string total) => Comes("court-fee", answers, total);

    [Theory]
    // Two full years: two months.
    [InlineData("reason=agreed, start=2023-01-01, end=2024-12-31, monthlyWage=5000, localAverage=?, minimumWage=?", "10000")]
    // Two years and five months: two and a half.
    [InlineData("reason=agreed, start=2023-01-01, end=2025-05-31, monthlyWage=5000, localAverage=?, minimumWage=?", "12500")]
    // Two years and six months to the day: three.
    [InlineData("reason=agreed, start=2023-01-01, end=2025-06-30, monthlyWage=5000, localAverage=?, minimumWage=?", "15000")]
    // Ten days: half a month.
    [InlineData("reason=expired, start=2025-03-01, end=2025-03-10, monthlyWage=6000, localAverage=?, minimumWage=?", "3000")]
    // From the leap day of 2024 to 27 February 2025 is a day short of twelve months: more than six, so one.
    [InlineData("reason=agreed, start=2024-02-29, end=2025-02-27, monthlyWage=4000, localAverage=?, minimumWage=?", "4000")]
    // Unlawful: twice.
    [InlineData("reason=unlawful, start=2023-01-01, end=2024-12-31, monthlyWage=5000, localAverage=?, minimumWage=?", "20000")]
    // Twenty years at 30,000 where the average is 8,000: 24,000 for twelve.
    [InlineData("reason=layoff, start=2010-01-01, end=2029-12-31, monthlyWage=30000, localAverage=8000, minimumWage=?", "288000", "2029-12-31")]
    // Just three times the average is not above it: no cap on the years.
    [InlineData("reason=layoff, start=2010-01-01, end=2024-12-31, monthlyWage=24000, localAverage=8000, minimumWage=?", "360000")]
    // Below the minimum wage: the minimum.
    [InlineData("reason=agreed, start=2023-01-01, end=2024-12-31, monthlyWage=1500, localAverage=?, minimumWage=1850", "3700")]
    // No thirty days' notice: another month, of the last one's wage.
    [InlineData("reason=noFault, start=2023-01-01, end=2024-12-31, monthlyWage=5000, localAverage=?, minimumWage=?, noNotice=yes, lastMonthWage=5600", "15600")]
    [InlineData("reason=noFault, start=2023-01-01, end=2024-12-31, monthlyWage=5000, localAverage=?, minimumWage=?, noNotice=no", "10000")]
    // Years before 2008 do not count towards compensation: 2008 to 2009 are two.
    [InlineData("reason=agreed, start=2000-01-01, end=2009-12-31, monthlyWage=3000, localAverage=?, minimumWage=?", "6000")]
    [InlineData("reason=resigned, start=2020-01-01, end=2024-12-31, monthlyWage=5000, localAverage=?, minimumWage=?", "0")]
    public void Severance_pay(string answers, string total, string? today = null) => Comes("severance-pay", answers, total, today);

    [Theory]
    // 4,350 a month is 200 a day, 25 an hour: 10 hours at 150%.
    [InlineData("monthlyWage=4350, owed=0, hasOvertime=yes, workdayHours=10, restDayHours=0, holidayHours=0, overtimePaid=0, noContract=no", "375")]
    [InlineData("monthlyWage=4350, owed=0, hasOvertime=yes, workdayHours=0, restDayHours=8, holidayHours=8, overtimePaid=100, noContract=no", "900")]
    // More was paid than was due: nothing is owed, and nothing is to be given back.
    [InlineData("monthlyWage=4350, owed=1000, hasOvertime=yes, workdayHours=2, restDayHours=0, holidayHours=0, overtimePaid=500, noContract=no", "1000")]
    // Never signed in the whole first year: eleven months.
    [InlineData("monthlyWage=4000, owed=0, hasOvertime=no, noContract=yes, start=2024-01-01, signed=?, end=?", "44000")]
    // Signed on 1 July after starting on 1 March: April, May, June.
    [InlineData("monthlyWage=4000, owed=0, hasOvertime=no, noContract=yes, start=2025-03-01, signed=2025-07-01, end=?", "12000")]
    // Left within the first month.
    [InlineData("monthlyWage=4000, owed=0, hasOvertime=no, noContract=yes, start=2025-03-01, signed=?, end=2025-03-20", "0")]
    public void Wage_claims(string answers, string total) => Comes("wage-claims", answers, total);

    [Theory]
    // Grade 10: seven months.
    [InlineData("outcome=disability, grade=10, wage=6000, average=6500, restMonths=0, paidInRest=0, care=none, leaving=no", "42000")]
    // Grade 4: 21 months; three months of rest at 6,000, of which 5,000 was paid.
    [InlineData("outcome=disability, grade=4, wage=6000, average=6500, restMonths=3, paidInRest=5000, care=none", "139000")]
    // 2,000 is below 60% of 6,000: 3,600 counts, nine months.
    [InlineData("outcome=disability, grade=9, wage=2000, average=6000, restMonths=0, paidInRest=0, care=none, leaving=no", "32400")]
    // 30,000 is above 300% of 6,000: 18,000 counts, 27 months.
    [InlineData("outcome=disability, grade=1, wage=30000, average=6000, restMonths=0, paidInRest=0, care=full", "486000")]
    // Not graded yet: only the wage of the rest.
    [InlineData("outcome=disability, grade=?, wage=5000, average=?, restMonths=2, paidInRest=0, care=none", "10000")]
    // Died in 2025: 20 times 54,188, and six months of 7,000.
    [InlineData("outcome=death, wage=6000, average=7000, deathDay=2025-06-01, nationalIncome=?", "1125760")]
    public void Work_injury(string answers, string total) => Comes("work-injury", answers, total);

    [Theory]
    // 3.00% times four is 12%: 10,000 for a year of 365 days.
    [InlineData("principal=10000, received=?, lent=2025-06-01, rateKind=yearly, rate=24, until=2026-06-01, lpr=?", "1200")]
    // 10% is below the ceiling.
    [InlineData("principal=10000, received=?, lent=2025-06-01, rateKind=yearly, rate=10, until=2026-06-01, lpr=?", "1000")]
    // Just at it: one percent a month.
    [InlineData("principal=10000, received=?, lent=2025-06-01, rateKind=monthly, rate=1, until=2026-06-01, lpr=?", "1200")]
    // 2,000 taken off beforehand: 8,000 counts. 3.85% times four is 15.4%.
    [InlineData("principal=10000, received=8000, lent=2021-01-01, rateKind=monthly, rate=3, until=2022-01-01, lpr=?", "1232")]
    // A year with a leap day has 366 days of interest.
    [InlineData("principal=36500, received=?, lent=2024-01-01, rateKind=yearly, rate=10, until=2025-01-01, lpr=?", "3660")]
    [InlineData("principal=10000, received=?, lent=2023-05-01, rateKind=none, until=2024-05-01", "0")]
    public void Loan_interest(string answers, string total) => Comes("loan-interest", answers, total, "2026-11-29");

    [Theory]
    // 100,000 at 1.75 in ten thousand a day for 100 days.
    [InlineData("sum=100000, due=2026-01-31, until=2026-05-11, ordinaryRate=?", "1750")]
    // And 3.65% a year on 50,000: five yuan a day.
    [InlineData("sum=100000, due=2026-01-31, until=2026-05-11, ordinaryRate=3.65, ordinaryBase=50000", "2250")]
    [InlineData("sum=100000, due=2026-01-31, until=2026-01-31, ordinaryRate=?", "0")]
    public void Late_enforcement(string answers, string total) => Comes("late-enforcement", answers, total, "2026-11-29");

    [Theory]
    [InlineData("kind=appealJudgment, start=2026-03-02", "2026年3月17日")]
    // The fifteenth day is Saturday 14 March: Monday.
    [InlineData("kind=appealJudgment, start=2026-02-27", "2026年3月16日")]
    // In the National Day holiday: the first working day after it, Thursday 8 October.
    [InlineData("kind=defence, start=2026-09-18", "2026年10月8日")]
    [InlineData("kind=appealRuling, start=2026-03-02", "2026年3月12日")]
    // Three years from the leap day end on the last day of February.
    [InlineData("kind=civil, start=2024-02-29", "2027年3月1日")]
    [InlineData("kind=labour, start=2025-08-20", "2026年8月20日")]
    // Six months from 31 August: the last day of February 2026 is a Saturday.
    [InlineData("kind=administrative, start=2025-08-31", "2026年3月2日")]
    [InlineData("kind=reconsideration, start=2026-01-05", "2026年3月6日")]
    [InlineData("kind=enforcement, start=2024-05-20", "2026年5月20日")]
    [InlineData("kind=petitionReview, start=2026-04-01", "2026年5月1日")]
    public void Last_days(string answers, string day)
    {
        Assert.EndsWith($"最晚{day}", Worked.Run("last-days", answers, new DateOnly(2026, 11, 29)).Result, StringComparison.Ordinal);
    }

    [Theory]
    // Wife, two children, one parent: four shares of half of what they owned together.
    [InlineData("property=800000, isJoint=yes, debts=0, spouse=yes, children=2, deadChildren=0, parents=1, unborn=no, inLaw=0", "遗产 400000 元，平均分成 4 份，一份 100000 元")]
    // A dead son's children take his one share.
    [InlineData("property=300000, isJoint=no, debts=0, spouse=no, children=2, deadChildren=1, parents=0, unborn=no, inLaw=0", "遗产 300000 元，平均分成 3 份，一份 100000 元")]
    // The unborn child keeps a share, a widowed daughter-in-law who cared has one.
    [InlineData("property=500000, isJoint=no, debts=0, spouse=yes, children=1, deadChildren=0, parents=1, unborn=yes, inLaw=1", "遗产 500000 元，平均分成 5 份，一份 100000 元")]
    // Debts come first; more debts than estate leave nothing.
    [InlineData("property=300000, isJoint=no, debts=60000, spouse=yes, children=2, deadChildren=0, parents=0, unborn=no, inLaw=0", "遗产 240000 元，平均分成 3 份，一份 80000 元")]
    [InlineData("property=50000, isJoint=no, debts=60000, spouse=yes, children=0, deadChildren=0, parents=0, unborn=no, inLaw=0", "遗产 0 元，平均分成 1 份，一份 0 元")]
    // Nobody of the first order: the second.
    [InlineData("property=90000, isJoint=no, debts=0, spouse=no, children=0, deadChildren=0, parents=0, unborn=no, inLaw=0, siblings=1, deadSiblings=1, grandparents=1", "遗产 90000 元，平均分成 3 份，一份 30000 元")]
    [InlineData("property=90000, isJoint=no, debts=0, spouse=no, children=0, deadChildren=0, parents=0, unborn=no, inLaw=0, siblings=0, deadSiblings=0, grandparents=0", "没有法定继承人")]
    public void Inheritance_shares(string answers, string result) => Assert.Equal(result, Worked.Run("inheritance-shares", answers).Result);

    [Theory]
    // A fist fight, 70% the other's fault.
    [InlineData("outcome=injured, isTraffic=no, share=70, medical=8000, food=1000, nutrition=500, transport=200, lostIncome=3000, nursing=2000, otherDamage=300", "10500")]
    // Grade 10 at 40: 50,000 for twenty years at 10%.
    [InlineData("outcome=disabled, isTraffic=no, share=?, medical=0, food=0, nutrition=0, transport=0, lostIncome=0, nursing=0, otherDamage=0, aids=0, grade=10, age=40, income=50000, dependants=0", "100000")]
    // At 65: fifteen years; grade 9 is 20%.
    [InlineData("outcome=disabled, isTraffic=no, share=?, medical=0, food=0, nutrition=0, transport=0, lostIncome=0, nursing=0, otherDamage=0, aids=0, grade=9, age=65, income=50000, dependants=0", "150000")]
    // At 75 and over: five years. And six months' wages for the funeral.
    [InlineData("outcome=death, isTraffic=no, share=?, medical=0, food=0, nutrition=0, transport=0, lostIncome=0, nursing=0, otherDamage=0, age=80, income=50000, averageWage=8000, dependants=0", "298000")]
    // A car: insurance takes 18,000 of 30,000 medical and all of 10,000 lost income; of the 12,000 left the driver owes half.
    [InlineData("outcome=injured, isTraffic=yes, accidentDay=2025-01-01, share=50, medical=30000, food=0, nutrition=0, transport=0, lostIncome=10000, nursing=0, otherDamage=0", "34000")]
    // The driver is not at fault: 1,800 of the medical costs, all 500 of the rest.
    [InlineData("outcome=injured, isTraffic=yes, accidentDay=2025-01-01, share=0, medical=30000, food=0, nutrition=0, transport=500, lostIncome=0, nursing=0, otherDamage=0", "2300")]
    // Before 19 September 2020 the limits were lower: 10,000 medical.
    [InlineData("outcome=injured, isTraffic=yes, accidentDay=2020-09-18, share=100, medical=12000, food=0, nutrition=0, transport=0, lostIncome=0, nursing=0, otherDamage=5000", "17000")]
    public void Personal_injury(string answers, string total) => Comes("personal-injury", answers, total);

    private static void Comes(string calculator, string answers, string total, string? today = null) =>
        Assert.Equal(
            decimal.Parse(total, CultureInfo.InvariantCulture),
            Worked.Run(calculator, answers, today is null ? null : DateOnly.Parse(today, CultureInfo.InvariantCulture)).Total);
}
