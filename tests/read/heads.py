"""Heads of reports as papers, agencies, ministries and others lay them out.

Each is what stands before the first paragraph, and what is to be read off it. The
outlets are invented. The second half was written together with the first, but not
looked at while the reader was fitted.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """A head and what it says; ``lead`` is what stands before the first words."""

    text: str
    title: str
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    lead: str = ""


FITTED = (
    Head(
        "Shells fall on Harat bridge\nQasira Times\n21 March 2025",
        "Shells fall on Harat bridge",
        "Qasira Times",
        "2025-03-21",
    ),
    Head(
        "Ferry strike enters third week\nThe Coast Courier\n4 March 2025",
        "Ferry strike enters third week",
        "The Coast Courier",
        "2025-03-04",
        lead="PORT AMRIT, March 3 (Meridian News Agency) - ",
    ),
    Head(
        "Chief of staff vows to hold the pass\nZhel Press Service\n22 March 2025",
        "Chief of staff vows to hold the pass",
        "Zhel Press Service",
        "2025-03-22",
        lead="ZHEL - ",
    ),
    Head(
        "The bakers of Oldmarket\nOpinion, by Viktor Sand\nThe Velin Observer\n"
        "9 March 2025",
        "The bakers of Oldmarket",
        "The Velin Observer",
        "2025-03-09",
        "Viktor Sand",
    ),
    Head(
        "Institute for Frontier Studies\nPolicy brief no. 31: After the truce\n"
        "By Henrik Aalto\n13 March 2025",
        "Policy brief no. 31: After the truce",
        "Institute for Frontier Studies",
        "2025-03-13",
        "Henrik Aalto",
    ),
    Head(
        "Fact check: No, the picture does not show a drone\nTruthLine\n6 March 2025\n"
        "By Ola Brandt",
        "Fact check: No, the picture does not show a drone",
        "TruthLine",
        "2025-03-06",
        "Ola Brandt",
    ),
    Head(
        "Grain ships wait off Tamar\nLevant Ledger | 12 June 2024",
        "Grain ships wait off Tamar",
        "Levant Ledger",
        "2024-06-12",
    ),
    Head(
        "Miners block the road to Potreros\nLa Voz del Altiplano, La Quiaca, "
        "7 de agosto de 2024",
        "Miners block the road to Potreros",
        "La Voz del Altiplano",
        "2024-08-07",
    ),
    Head(
        "Minister denies secret talks\nBy Grace Akello, Nile Standard",
        "Minister denies secret talks",
        "Nile Standard",
        None,
        "Grace Akello",
    ),
    Head(
        "Coup leader names cabinet\n\nSource: Sahel Matin\nDate: 3 August 2023",
        "Coup leader names cabinet",
        "Sahel Matin",
        "2023-08-03",
    ),
    Head(
        "Witness Without Borders\nPress release\n7 March 2025\n"
        "Market attack may be a war crime",
        "Market attack may be a war crime",
        "Witness Without Borders",
        "2025-03-07",
    ),
    Head(
        "14 May 2024\nKavkaz Diary\nTwo soldiers wounded at the border",
        "Two soldiers wounded at the border",
        "Kavkaz Diary",
        "2024-05-14",
    ),
    Head(
        "HARBOUR MAIL\nMonday, 2 September 2024\n\nDockers return to work\n"
        "By Tom Ridley and Ana Sousa",
        "Dockers return to work",
        "HARBOUR MAIL",
        "2024-09-02",
        "Tom Ridley and Ana Sousa",
    ),
    Head(
        "Opposition calls for boycott\nNadia Karim | Gulf Pulse | 2024-11-30",
        "Opposition calls for boycott",
        "Gulf Pulse",
        "2024-11-30",
        "Nadia Karim",
    ),
    Head(
        "Troops leave the valley\nPublished by Radio Velin on 8 March 2025",
        "Troops leave the valley",
        "Radio Velin",
        "2025-03-08",
    ),
    Head(
        "Joint communique of the Istra meeting\n"
        "Ministry of Foreign Affairs of the Republic of Tarland\n18 March 2025",
        "Joint communique of the Istra meeting",
        "Ministry of Foreign Affairs of the Republic of Tarland",
        "2025-03-18",
    ),
    Head(
        "Ministry of Defence of Tarland\nPress Office\nRelease no. 44/2025\n"
        "11 February 2025\n\nFOR IMMEDIATE RELEASE\n\nExercise ends in the north",
        "Exercise ends in the north",
        "Ministry of Defence of Tarland",
        "2025-02-11",
    ),
    Head(
        "Envoy due in Port Amrit\nPort Amrit, 4 March 2024",
        "Envoy due in Port Amrit",
        None,
        "2024-03-04",
    ),
    Head(
        "Rebels free teachers\nIvo Straka\n4 March 2024",
        "Rebels free teachers",
        None,
        "2024-03-04",
        "Ivo Straka",
    ),
    Head(
        "Delta Herald (Mongu) – 19 October 2023\nChiefs settle fishing quarrel",
        "Chiefs settle fishing quarrel",
        "Delta Herald",
        "2023-10-19",
    ),
)

UNSEEN = (
    Head(
        "Amnesty bill stalls in the upper house\nBosphorus News\n8 March 2025",
        "Amnesty bill stalls in the upper house",
        "Bosphorus News",
        "2025-03-08",
        lead="ANKARA - ",
    ),
    Head(
        "Profile: the minister who fell over a bridge\nBorderlands Monitor\n"
        "14 March 2025",
        "Profile: the minister who fell over a bridge",
        "Borderlands Monitor",
        "2025-03-14",
    ),
    Head(
        "Sixteen held after Lusenga march\nThe Copperbelt Clarion\n"
        "Tuesday, July 9, 2024",
        "Sixteen held after Lusenga march",
        "The Copperbelt Clarion",
        "2024-07-09",
    ),
    Head(
        "Truce holds for a second night\nAndaman Wire\n3 January 2024",
        "Truce holds for a second night",
        "Andaman Wire",
        "2024-01-03",
        lead="COLWA, Jan 2 (Orient Press Agency) - ",
    ),
    Head(
        "“We will not be blackmailed”: interview with Oskar Belan\n"
        "The Velin Observer\n15 March 2025",
        "“We will not be blackmailed”: interview with Oskar Belan",
        "The Velin Observer",
        "2025-03-15",
    ),
    Head(
        "Who profits from the dam?\nBy Selam Tesfaye\nHighland Review\n2 December 2024",
        "Who profits from the dam?",
        "Highland Review",
        "2024-12-02",
        "Selam Tesfaye",
    ),
    Head(
        "Who is Abu Samir? The man behind the convoy\nMaghreb Letter\n26 March 2025",
        "Who is Abu Samir? The man behind the convoy",
        "Maghreb Letter",
        "2025-03-26",
    ),
    Head(
        "Pipeline deal signed\nCaspian Business Daily | Baku | 5 June 2024",
        "Pipeline deal signed",
        "Caspian Business Daily",
        "2024-06-05",
    ),
    Head(
        "Bishops urge calm\nEl Faro de Tierra Caliente, Morelia, 16 May 2024",
        "Bishops urge calm",
        "El Faro de Tierra Caliente",
        "2024-05-16",
    ),
    Head(
        "Senate votes on budget\nBy Peter Oduya, Lake Tribune",
        "Senate votes on budget",
        "Lake Tribune",
        None,
        "Peter Oduya",
    ),
    Head(
        "Source: Pamir Post\nDate: 2023-08-19\nTitle: Bridge reopens after flood",
        "Bridge reopens after flood",
        "Pamir Post",
        "2023-08-19",
    ),
    Head(
        "Doctors of the Steppe\nPress statement\n2 April 2025\n"
        "Hospitals must not be targets",
        "Hospitals must not be targets",
        "Doctors of the Steppe",
        "2025-04-02",
    ),
    Head(
        "Friday, 17 May 2024\nThe Morning Ledger\nThree ministers quit",
        "Three ministers quit",
        "The Morning Ledger",
        "2024-05-17",
    ),
    Head(
        "THE ISLAND SENTINEL\nVol. 12, No. 88\n9 September 2024\n\n"
        "Fishermen vanish off Kelos\nBy Maria Theodorou",
        "Fishermen vanish off Kelos",
        "THE ISLAND SENTINEL",
        "2024-09-09",
        "Maria Theodorou",
    ),
    Head(
        "Envoy calls ceasefire fragile\nOmar Haddad - Levant Ledger - 30 Nov 2024",
        "Envoy calls ceasefire fragile",
        "Levant Ledger",
        "2024-11-30",
        "Omar Haddad",
    ),
    Head(
        "Garrison relieved\nFirst published in Steppe Chronicle, 8 March 2025",
        "Garrison relieved",
        "Steppe Chronicle",
        "2025-03-08",
    ),
    Head(
        "Office of the Spokesperson, Union of River States\n"
        "Transcript of the noon briefing\n19 March 2025",
        "Transcript of the noon briefing",
        "Office of the Spokesperson, Union of River States",
        "2025-03-19",
    ),
    Head(
        "Readout of the telephone call with the Prime Minister of Tarland\n"
        "Office of the President of Kardania\n5 March 2025",
        "Readout of the telephone call with the Prime Minister of Tarland",
        "Office of the President of Kardania",
        "2025-03-05",
    ),
    Head(
        "Rain delays the vote\nSan Marta, 4 March 2024",
        "Rain delays the vote",
        None,
        "2024-03-04",
    ),
    Head(
        "Villages emptied before the offensive\nLena Hartmann\n4 March 2024",
        "Villages emptied before the offensive",
        None,
        "2024-03-04",
        "Lena Hartmann",
    ),
)
