"""Who takes part, wherever the clause puts him: beside, behind "whom", in a purpose."""

import pytest

from reading import pair_lines, read_events, tell_event

TOLD = """
Anna Lund flew to Oslo to meet the bishop Peter Holm.
    CONSULT/visit asserted: a Anna Lund, r Peter Holm @ Oslo
Anna Lund arrived in Oslo on Monday for talks with Peter Holm.
    CONSULT/visit asserted: a Anna Lund, r Peter Holm @ Oslo 2024-05-06
Karim Dafar met Omar Tal on Monday and, the next day, Anna Lund.
    CONSULT/meeting asserted: a Karim Dafar, r Anna Lund 2024-05-07
Karim Dafar met Omar Tal on Monday and, on Tuesday, Anna Lund.
    CONSULT/meeting asserted: a Karim Dafar, r Anna Lund 2024-05-07
Karim Dafar is tired. A meeting between him and Omar Tal was not held.
    CONSULT/meeting cancelled: a Karim Dafar, a Omar Tal
Omar Tal, whom the Speaker had entertained at dinner, left for Rome.
    CONSULT/meeting asserted: a the Speaker, r Omar Tal
Senior figures of the Covenant Party and the Dawn Brigades held talks in Baghdad.
    CONSULT/meeting asserted: a Covenant Party, a Dawn Brigades @ Baghdad
The council imposed a travel ban and a fine on three officers, among them Omar Tal.
    SANCTION/discontinue asserted: a The council, r three officers, r Omar Tal
An audience with the Pope granted to Omar Tal for 12 May was postponed.
    CONSULT/meeting cancelled: r the Pope, r Omar Tal 2024-05-12
Karim Dafar invited Anna Lund to visit Oslo in June, and she accepted.
    CONSULT/visit planned: a Anna Lund @ Oslo 2024-06
Karim Dafar invited Anna Lund to visit Oslo in June. Lund declined the invitation.
    CONSULT/visit denied: a Anna Lund @ Oslo 2024-06
Karim Dafar praised the army for freeing the hostages.
    RETREAT/release asserted: a the army, r the hostages
Karim Dafar thanked Chad for the release of nine sailors.
    RETREAT/release asserted: r nine sailors, a Chad
A rescue team of forty left for Hanoi on Monday.
    AID/ asserted: a A rescue team of forty, r Hanoi @ Hanoi 2024-05-06
Some 200 members of the Campus Network marched through Lome on Friday.
    PROTEST/demo asserted: a Campus Network @ Lome 2024-05-03
Members of the Security Council met in New York on Friday.
    CONSULT/meeting asserted: a Members of the Security Council @ New York 2024-05-03
Anna Lund came, having broken her trip in Oslo on Monday for talks with Omar Tal.
    CONSULT/meeting asserted: r Omar Tal, a Anna Lund @ Oslo 2024-05-06
Anna Lund stopped in Oslo on Monday for a meeting with the bishop Peter Holm.
    CONSULT/meeting asserted: r Peter Holm, a Anna Lund @ Oslo 2024-05-06
Minister Anna Lund quoted Omar Tal as having told her by phone on Monday it was so.
    CONSULT/call asserted: a Omar Tal, r Anna Lund 2024-05-06
The report described Karim Dafar as having met Omar Tal in Oslo in 2021.
    CONSULT/meeting asserted: a Karim Dafar, r Omar Tal @ Oslo 2021
Omar Tal, the Crown Prince, left. On Monday His Highness the Crown Prince met Anna Lund.
    CONSULT/meeting asserted: a Omar Tal, r Anna Lund 2024-05-06
Zoran Petar got four years in absentia.
    SANCTION/convict asserted: r Zoran Petar
Zoran Petar was given six years in prison.
    SANCTION/convict asserted: r Zoran Petar
Fighters seized the depot and disarmed its guards.
    COERCE/seize asserted: a Fighters, r its guards
A call between Anna Lund and Omar Tal took place on Sunday.
    CONSULT/call asserted: a Anna Lund, a Omar Tal 2024-05-05
Gunmen took with them the mayor of Osk, Anna Lund, and two clerks.
    ASSAULT/abduct asserted: a Gunmen, r Anna Lund, r two clerks @ Osk
The envoy handed over Anna Lund and Omar Tal to the mayor.
    RETREAT/release asserted: a The envoy, r Anna Lund, r Omar Tal, r the mayor
Karim Dafar discussed the closures with Omar Tal by phone on Monday.
    CONSULT/call asserted: a Karim Dafar, r Omar Tal 2024-05-06
Five hundred members of the Covenant Party marched in Oslo.
    PROTEST/demo asserted: a Covenant Party @ Oslo
Police welcomed the release of nine sailors by the Dawn Brigades.
    RETREAT/release asserted: r nine sailors, a Dawn Brigades
Omar Tal is in custody in Oslo.
    COERCE/arrest asserted: r Omar Tal @ Oslo
Six hundred soldiers are on their way to Gao.
    MOBILIZE/troops asserted: a Six hundred soldiers, r Gao @ Gao
Parliament voted to dismiss the prime minister, Omar Tal.
    SANCTION/expel asserted: a Parliament, r Omar Tal
The court ordered the dissolution of the Covenant Party.
    COERCE/ban asserted: a The court, r Covenant Party
A second meeting, which was to take place in Oslo on 12 May, came to nothing.
    CONSULT/meeting cancelled:  @ Oslo 2024-05-12
Karim Dafar paid a courtesy call on President Omar Tal.
    CONSULT/meeting asserted: a Karim Dafar, r Omar Tal
Omar Tal, freed on Monday, flew to Rome.
    RETREAT/release asserted: r Omar Tal 2024-05-06
Omar Tal was on the line with the king on Monday.
    CONSULT/call asserted: a Omar Tal, r the king 2024-05-06
Anna Lund called Omar Tal on Monday to discuss the truce.
    CONSULT/call asserted: a Anna Lund, r Omar Tal 2024-05-06
Chad walked out of the talks.
    REJECT/ asserted: a Chad
Rebels laid siege to Gao.
    COERCE/restrict asserted: a Rebels, r Gao @ Gao
Mosul fell to the Dawn Front on Monday.
    ASSAULT/ asserted: r Mosul, a Dawn Front @ Mosul 2024-05-06
The United States added Omar Tal to its sanctions list.
    SANCTION/discontinue asserted: a United States, r Omar Tal
The ministry told the Danish ambassador to leave within 48 hours.
    SANCTION/expel asserted: a The ministry, r the Danish ambassador
Chad received 40 tents from Denmark.
    AID/ asserted: r Chad, a Denmark
The navies of Chad and Niger clashed.
    ASSAULT/ asserted: a Chad, a Niger
Omar Tal appeared before a judge.
    COERCE/ asserted: r Omar Tal
Anna Lund returned to Oslo after a visit to Gao undertaken at the request of Chad.
    CONSULT/visit asserted: a Anna Lund @ Gao
Anna Lund flew to Rome. The visit to Gao, which was to follow, was called off.
    CONSULT/visit cancelled: a Anna Lund @ Gao
The Red Front said: “Our fighters struck the port of Gao on Sunday.”
    ASSAULT/ asserted: a Red Front, r the port of Gao @ Gao 2024-05-05
The Red Front said: “They burned our camp at Gao.”
    ASSAULT/ asserted: r our camp, r Red Front @ Gao
Transport Minister Anna Lund and Chad's Mines Minister, Omar Tal, signed a protocol.
    AGREE/ asserted: a Anna Lund, a Omar Tal
According to Omar Tal, the general, Karim Dafar, met him on Monday.
    CONSULT/meeting asserted: a Karim Dafar, r Omar Tal 2024-05-06
General Omar Tal left. Musa Tal, no relation of the general, who met Anna Lund, stayed.
    CONSULT/meeting asserted: a Musa Tal, r Anna Lund
On 3 May unidentified gunmen attacked a police post near Gao.
    ASSAULT/ asserted: a unidentified gunmen, r a police post @ Gao 2024-05-03
The council extended the arms embargo on Chad until 30 June.
    SANCTION/discontinue asserted: a The council, r Chad
Anna Lund had breakfast on Monday with Minister Omar Tal and asked for rain.
    CONSULT/meeting asserted: a Anna Lund, r Omar Tal 2024-05-06
Anna Lund hosted in Oslo on Monday the envoy Omar Tal.
    CONSULT/meeting asserted: a Anna Lund, r Omar Tal @ Oslo 2024-05-06
The head of the League, Omar Tal, and Anna Lund met in Oslo.
    CONSULT/meeting asserted: a Omar Tal, a Anna Lund @ Oslo
The Oslo Post claimed the same evening, quoting a friend, that Lund had met Omar Tal.
    CONSULT/meeting asserted: a Lund, r Omar Tal
Omar Tal was flown to Oslo and met at the airport by the envoy, Anna Lund.
    CONSULT/meeting asserted: a Anna Lund, r Omar Tal @ the airport
Anna Lund discussed the crisis with her counterpart, Omar Tal, in Oslo on Monday.
    CONSULT/ asserted: a Anna Lund, r Omar Tal @ Oslo 2024-05-06
Anna Lund inspected the troops on Monday.
    CONSULT/visit asserted: a Anna Lund 2024-05-06
The rebels have held the two engineers for nine months.
    COERCE/arrest asserted: a The rebels, r the two engineers
The army took control of the locality of Kirumba on Monday.
    ASSAULT/ asserted: a The army, r the locality of Kirumba @ Kirumba 2024-05-06
Police fired on a march in Oslo on Monday.
    ASSAULT/firearms asserted: a Police @ Oslo 2024-05-06
Anna Lund and Omar Tal appeared together at a rally in Oslo on Monday.
    PROTEST/demo asserted: a Anna Lund, a Omar Tal @ Oslo 2024-05-06
A counter-rally that the Youth League had called for Friday was put off.
    PROTEST/demo cancelled: a Youth League 2024-05-03
The truce signed in Oslo in April, she warned, “exists on paper”.
    AGREE/ asserted:  @ Oslo 2024-04
Anna Lund has accepted an invitation to visit Chad in June.
    AGREE/ asserted: a Anna Lund
The next meeting is due to take place in Oslo in June 2026.
    CONSULT/meeting planned:  @ Oslo 2026-06
Omar Tal, who had been expected in Oslo, cancelled his trip on Tuesday.
    CONSULT/visit cancelled: a Omar Tal @ Oslo
Omar Tal will visit Oslo on Friday. He called off the trip to Gao.
    CONSULT/visit planned: a Omar Tal @ Oslo 2024-05-10
On Monday Anna Lund and Omar Tal reviewed the situation in Chad. They signed a pact.
    AGREE/ asserted: a Anna Lund, a Omar Tal 2024-05-06
Among those received by Anna Lund on Monday was the envoy, Omar Tal.
    CONSULT/meeting asserted: a Anna Lund, r Omar Tal 2024-05-06
Present at the talks in Oslo on Monday were Anna Lund, Omar Tal and Karim Dafar.
    CONSULT/meeting asserted: a Anna Lund, a Omar Tal, a Karim Dafar @ Oslo 2024-05-06
Detained in Oslo on Monday were Omar Tal and Karim Dafar.
    COERCE/arrest asserted: r Omar Tal, r Karim Dafar @ Oslo 2024-05-06
It was in Oslo, on 3 May, that Anna Lund and Omar Tal first met.
    CONSULT/meeting asserted: a Anna Lund, a Omar Tal @ Oslo 2024-05-03
Oslo will host talks between Chad and Mali on Friday.
    CONSULT/meeting planned: a Chad, a Mali @ Oslo 2024-05-10
Chad and Mali held on Monday in Oslo the third round of talks.
    CONSULT/meeting asserted: a Chad, a Mali @ Oslo 2024-05-06
Anna Lund had the envoy Omar Tal over for dinner on Monday.
    CONSULT/meeting asserted: a Anna Lund, r Omar Tal 2024-05-06
Anna Lund reached Oslo on Monday.
    CONSULT/visit asserted: a Anna Lund @ Oslo 2024-05-06
Minister Anna Lund and her colleague, Omar Tal, discussed the river in Oslo on Monday.
    CONSULT/meeting asserted: a Anna Lund, a Omar Tal @ Oslo 2024-05-06
The next retreat is to be held in Oslo in June 2026.
    CONSULT/meeting planned:  @ Oslo 2026-06
Lund received the ambassadors of the Union states at the palace.
    CONSULT/meeting asserted: a Lund, r the ambassadors of the Union states @ the palace
At dawn on 5 May two men on a motorcycle shot dead Omar Tal, a baker, in Oslo.
    ASSAULT/firearms asserted: a two men, r Omar Tal @ Oslo 2024-05-05
The village was set ablaze on Monday by soldiers.
    ASSAULT/ asserted: a soldiers, r The village 2024-05-06
A bomb exploded at an office of the Red Front in Oslo on Monday.
    ASSAULT/explosives asserted: r an office of the Red Front, w bomb @ Oslo 2024-05-06
Chad had proposed a vote; Mali objected.
    REJECT/ asserted: a Mali
The union blocked the Pan-American Highway at Oslo on Monday.
    PROTEST/obstruct asserted: a The union, r Pan-American Highway @ Oslo 2024-05-06
Dockers laid down their work on Monday.
    PROTEST/strike asserted: a Dockers 2024-05-06
"""

NOTHING = """
The company was given two years to comply.
The minister got two years in office.
She received a second term in May.
The minister told reporters in a call with journalists that the truce held.
The call with the bank took an hour.
The novelist met her husband at a reading.
The session of parliament lasted five hours.
The coach was sacked after the defeat.
Nine guests walked out of the hotel on Monday.
Prices fell to 40 dollars on Monday.
It fell to Omar Tal to tell them.
Diplomats discussed the river on Monday.
It did not go over well with the members.
Eleven widows gave evidence on the past.
The minister dismissed the report as gossip.
"""


@pytest.mark.parametrize(("text", "told"), pair_lines(TOLD))
def test_everybody_who_takes_part_is_told(text: str, told: str) -> None:
    assert told in [tell_event(one) for one in read_events(text)]


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_nothing_is_told_of_whom_nothing_happened_to(text: str) -> None:
    assert read_events(text) == []


def test_members_who_are_hit_are_not_the_whole_body() -> None:
    (event,) = read_events("Two members of the Covenant Party were arrested.")

    assert "Two members" in event.participants[0].party.name


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A brother of General Ivo Radic was killed in Lasva.", "brother"),
        ("The son of President Omar Tariq was arrested in Lasva.", "son"),
        ("Two aides of Senator Ann Moss were arrested in Lasva.", "aides"),
        ("A lawyer for President Omar Tariq was arrested in Lasva.", "lawyer"),
    ],
)
def test_who_is_of_somebody_with_a_title_is_another(text: str, party: str) -> None:
    (found,) = read_events(text)
    (hit,) = found.participants
    assert hit.party.entity is None
    assert party in hit.party.name.split()
