import type {
  CalendarDefinition,
  ContactPoint,
  Container,
  CostSet,
  DailyList,
  Destination,
  IncidentKind,
  MarkDefinition,
  MessageTemplate,
  Partner,
  Profile,
  Resident,
  Round,
  Site,
  Skill,
  StaffPerson,
  Team,
} from '#modules/councils';
import type { ServiceDefinition, Standard } from '#modules/services';

/** Everything that a council's folder says, checked: every reference in it leads somewhere. */
export interface Council {
  readonly profile: Profile;
  readonly calendars: readonly CalendarDefinition[];
  readonly sites: readonly Site[];
  readonly skills: readonly Skill[];
  readonly teams: readonly Team[];
  readonly partners: readonly Partner[];
  readonly staff: readonly StaffPerson[];
  readonly residents: readonly Resident[];
  readonly contactPoints: readonly ContactPoint[];
  readonly costSets: readonly CostSet[];
  readonly standards: readonly Standard[];
  readonly containers: readonly Container[];
  readonly rounds: readonly Round[];
  readonly marks: readonly MarkDefinition[];
  readonly incidents: readonly IncidentKind[];
  readonly templates: readonly MessageTemplate[];
  readonly destinations: readonly Destination[];
  readonly dailyList: DailyList | undefined;
  readonly services: readonly ServiceDefinition[];
}
