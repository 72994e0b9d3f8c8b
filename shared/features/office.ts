import { z } from 'zod';
import { command, query } from '../ipc/define.ts';

/** The office itself, its 机关代字 and number series, people and departments. */

const name = (label: string, max = 60) =>
  z.string().trim().min(1, `请填写${label}`).max(max, `${label}不超过${max}字`);

export const issuerCodeSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  code: z.string(),
  /** 发文机关标志 names and suffix a document with this code starts with. */
  issuers: z.array(z.string()),
  markSuffix: z.string(),
  active: z.boolean(),
  /** Brought by the sample office: its numbers are for sample documents only. */
  sample: z.boolean(),
});
export type IssuerCode = z.output<typeof issuerCodeSchema>;

export const officeSchema = z.strictObject({
  rowVersion: z.int(),
  name: z.string(),
  printingOffice: z.string(),
  sampleLoaded: z.boolean(),
  issuerCodes: z.array(issuerCodeSchema),
});
export type Office = z.output<typeof officeSchema>;

export const personSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  name: z.string(),
  departmentId: z.string().nullable(),
  departmentName: z.string().nullable(),
  post: z.string(),
  phone: z.string(),
  mobile: z.string(),
  email: z.string(),
  room: z.string(),
  remark: z.string(),
  active: z.boolean(),
});
export type Person = z.output<typeof personSchema>;

export const departmentSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  name: z.string(),
  sortOrder: z.int(),
});

/** One row of the 发号 report: a 机关代字 and year, with what happened to its numbers. */
export const numberSeriesSchema = z.strictObject({
  issuerCode: z.string(),
  year: z.int(),
  /** Where the series starts: 1, or the number after the last one of the paper register. */
  first: z.int(),
  /** One below `first` while nothing is issued. */
  last: z.int(),
  issued: z.int(),
  voided: z.int(),
  /** Serials below `last` with no record: always empty unless the file was damaged. */
  gaps: z.array(z.int()),
});

export const officeContract = {
  get: query(z.void(), officeSchema, ['office', 'issuerCode']),
  update: command(
    z.strictObject({ rowVersion: z.int(), name: name('单位名称'), printingOffice: name('印发机关') }),
    officeSchema,
    ['office'],
  ),
  saveIssuerCode: command(
    z.strictObject({
      id: z.string().max(40).optional(),
      rowVersion: z.int().optional(),
      code: name('机关代字', 20),
      issuers: z.array(name('发文机关')).min(1, '请填写发文机关').max(20),
      markSuffix: z.string().trim().max(10),
      active: z.boolean(),
    }),
    issuerCodeSchema,
    ['issuerCode', 'office'],
  ),
  numberSeries: query(z.void(), z.array(numberSeriesSchema), ['issuedNumber']),
  /**
   * For an office that joins in the middle of a year: the series goes on after the last number used on paper.
   * Refused once the program has issued a number in it.
   */
  startSeries: command(
    z.strictObject({
      issuerCode: z.string().min(1).max(20),
      year: z.int().min(1949).max(9999),
      lastUsed: z.int('请填写整数').min(0, '请填写 0 或更大的数').max(99_998, '号数太大，请核对'),
    }),
    numberSeriesSchema,
    ['issuedNumber'],
  ),
  people: query(z.void(), z.array(personSchema), ['person', 'department']),
  savePerson: command(
    z.strictObject({
      id: z.string().max(40).optional(),
      rowVersion: z.int().optional(),
      name: name('姓名', 30),
      departmentId: z.string().max(40).nullable(),
      post: z.string().trim().max(40),
      phone: z.string().trim().max(40),
      mobile: z.string().trim().max(40).default(''),
      email: z.string().trim().max(80).default(''),
      room: z.string().trim().max(40).default(''),
      remark: z.string().trim().max(200).default(''),
      active: z.boolean(),
    }),
    personSchema,
    ['person'],
  ),
  departments: query(z.void(), z.array(departmentSchema), ['department']),
  saveDepartment: command(
    z.strictObject({
      id: z.string().max(40).optional(),
      rowVersion: z.int().optional(),
      name: name('部门名称', 40),
      sortOrder: z.int(),
    }),
    departmentSchema,
    ['department', 'person'],
  ),
  /** Sample documents marked as such; removing them takes away only what the sample brought. */
  loadSample: command(z.void(), z.strictObject({ documents: z.int() }), [
    'outgoing',
    'issuedNumber',
    'person',
    'office',
  ]),
  removeSample: command(z.void(), z.strictObject({ documents: z.int() }), [
    'outgoing',
    'issuedNumber',
    'person',
    'office',
  ]),
} as const;
